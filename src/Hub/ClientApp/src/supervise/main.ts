import '../styles/base.css'
import '../counter/counter.css'
import { startPage } from '../lib/language'
import { pathPart } from '../lib/place'
import { superviseTexts } from '../texts/supervise'
import CountyPage from './CountyPage.vue'
import HallPage from './HallPage.vue'

/** /supervise is the county's wall, /supervise/{hall} one hall. */
startPage(pathPart(1) === '' ? CountyPage : HallPage, superviseTexts)
