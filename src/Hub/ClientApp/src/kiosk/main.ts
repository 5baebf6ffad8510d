import '../styles/base.css'
import './kiosk.css'
import { startPage } from '../lib/language'
import { kioskTexts } from '../texts/kiosk'
import KioskPage from './KioskPage.vue'

startPage(KioskPage, kioskTexts)
