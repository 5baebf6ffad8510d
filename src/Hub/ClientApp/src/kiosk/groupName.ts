import { useI18n } from 'vue-i18n'

/** The name of a domain or department in the reader's language, as far as the station knows it. */
export function useGroupName(): (name: string) => string {
  const { t, te, locale } = useI18n()
  return (name) => (te(`group.${name}`, locale.value) ? t(`group.${name}`) : name)
}
