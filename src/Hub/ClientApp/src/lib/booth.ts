import { useI18n } from 'vue-i18n'

/** "1" of the booth R1; null for a window. */
export const boothNumber = (window: string): string | null => /^R(\d+)$/.exec(window)?.[1] ?? null

/** "3 号窗口", or "1 号远程席" for a place where a clerk of another hall serves by camera. */
export function usePlaceTitle(): (window: string) => string {
  const { t } = useI18n()
  return (window) => {
    const booth = boothNumber(window)
    return booth === null ? t('windowTitle', { window }) : t('boothTitle', { booth })
  }
}
