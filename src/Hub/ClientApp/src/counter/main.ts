import '../styles/base.css'
import './counter.css'
import { startPage } from '../lib/language'
import { counterTexts } from '../texts/counter'
import { pathPart } from '../lib/place'
import CounterPage from './CounterPage.vue'
import StandbyPage from './StandbyPage.vue'

/** /counter/{hall}/standby is for deputies without a window. */
startPage(pathPart(2) === 'standby' ? StandbyPage : CounterPage, counterTexts)
