import '../styles/base.css'
import './display.css'
import { startPage } from '../lib/language'
import { pathPart } from '../lib/place'
import { displayTexts } from '../texts/display'
import DisplayPage from './DisplayPage.vue'
import WindowScreen from './WindowScreen.vue'

/** /display/{hall} is the hall's screen, /display/{hall}/windows/{window} the small one above a window. */
startPage(pathPart(2) === 'windows' ? WindowScreen : DisplayPage, displayTexts)
