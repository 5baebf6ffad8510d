import '../styles/base.css'
import { startPage } from '../lib/language'
import { indexTexts } from '../texts/index'
import IndexPage from './IndexPage.vue'

startPage(IndexPage, indexTexts)
