import { useI18n } from 'vue-i18n'
import type { Estimate } from '../wire'

/** "10–25 分钟"; one number when both ends are the same; words when nothing is known. */
export function useEstimate(): (estimate: Estimate | undefined) => string {
  const { t } = useI18n()
  return (estimate) => {
    if (estimate == null) return t('estimateUnknown')
    const { fromMinutes: from, toMinutes: to } = estimate
    return from === to ? t('minutesAbout', { to }) : t('minutes', { from, to })
  }
}
