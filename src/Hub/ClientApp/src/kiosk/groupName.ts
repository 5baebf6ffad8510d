import { useI18n } from 'vue-i18n'

/** The name of a domain or department in the reader's language, as far as the pages know it. */
export function useGroupName(): (name: string) => string {
  const { t, te, locale } = useI18n()
  return (name) => (te(`office.${name}`, locale.value) ? t(`office.${name}`) : name)
}
