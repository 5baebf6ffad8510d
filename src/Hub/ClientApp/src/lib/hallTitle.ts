import { useI18n } from 'vue-i18n'
import type { Level } from '../wire'
import { nameOf } from './tree'

interface NamedHall {
  hall: string
  name: string
  nameEn?: string | null
}

/** The id of a hall is its division code: 6 digits for a county, 9 for a township, 12 for a village. */
function levelOf(hall: string): Level {
  const digits = /^\d*/.exec(hall)![0].length
  return digits >= 12 ? 'village' : digits >= 9 ? 'township' : 'county'
}

/** What stands above the door: "合浦县政务服务中心". A name that says what the place is stays as it is. */
export function useHallTitle(): (hall: NamedHall) => string {
  const { t, locale } = useI18n()
  return (hall) => {
    const name = nameOf(hall, locale.value)
    const complete = /(中心|大厅|服务站|驿站)$/.test(name) || /(hall|centre|center|station)$/i.test(name)
    return complete ? name : t(`hallTitle.${levelOf(hall.hall)}`, { name })
  }
}
