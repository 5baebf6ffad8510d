import { onMounted, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { get } from '../lib/http'
import { useHallTitle } from '../lib/hallTitle'
import { useEstimate } from '../parts/estimate'
import type { HallLine } from '../wire'

/** The other halls that a ticket can be sent to: the one above and those below first, then the neighbours. */
export function useHallChoices(own: string) {
  const { t } = useI18n()
  const hallTitle = useHallTitle()
  const estimate = useEstimate()
  const halls = ref<{ value: string; text: string }[]>([])

  onMounted(async () => {
    const all = (await get<HallLine[]>('/api/halls')).value ?? []
    const here = all.find((one) => one.hall === own)
    const distance = (one: HallLine): number => {
      if (one.hall === here?.parent || one.parent === own) return 0
      return one.parent === here?.parent ? 1 : 2
    }
    halls.value = all
      .filter((one) => one.hall !== own && one.open)
      .sort((a, b) => distance(a) - distance(b) || a.hall.localeCompare(b.hall))
      .map((one) => ({
        value: one.hall,
        text: `${hallTitle(one)} · ${t('people', { count: one.waiting })} · ${estimate(one.estimate)}`,
      }))
  })
  return halls
}
