import '../styles/base.css'
import { startPage } from '../lib/language'
import { ticketTexts } from '../texts/ticket'
import TicketPage from './TicketPage.vue'

startPage(TicketPage, ticketTexts)
