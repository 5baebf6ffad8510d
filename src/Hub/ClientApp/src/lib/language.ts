import { createApp, watch, type Component } from 'vue'
import { createI18n } from 'vue-i18n'
import { common } from '../texts/common'
import type { Texts } from '../texts/texts'
import { recall, remember } from './remember'
import { option, pathPart } from './place'

export type Language = 'zh-CN' | 'en'

/** Each station has its own: in a village hall one browser is the kiosk, the counter and the screen. */
const key = `language.${pathPart(0)}`

/** The language a station starts with: the address's, the remembered one, Chinese. */
export function firstLanguage(): Language {
  const wanted = option('lang') ?? recall('local', key)
  return wanted?.startsWith('en') ? 'en' : 'zh-CN'
}

/** Starts a page: its texts, the language on the document, the title. */
export function startPage(page: Component, station: Texts): void {
  const i18n = createI18n({
    legacy: false,
    locale: firstLanguage(),
    fallbackLocale: 'zh-CN',
    messages: { 'zh-CN': { ...common.zh, ...station.zh }, en: { ...common.en, ...station.en } },
  })
  const { locale, t } = i18n.global
  watch(
    locale,
    (language) => {
      document.documentElement.lang = language
      document.title = t('title')
      remember('local', key, language)
    },
    { immediate: true },
  )
  createApp(page).use(i18n).mount('#page')
}
