import '../styles/base.css'
import './counter.css'
import { startPage } from '../lib/language'
import { counterTexts } from '../texts/counter'
import CounterPage from './CounterPage.vue'

startPage(CounterPage, counterTexts)
