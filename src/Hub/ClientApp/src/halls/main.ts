import '../styles/base.css'
import { startPage } from '../lib/language'
import { hallsTexts } from '../texts/halls'
import HallsPage from './HallsPage.vue'

startPage(HallsPage, hallsTexts)
