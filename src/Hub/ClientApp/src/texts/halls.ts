import { texts } from './texts'

export const hallsTexts = texts(
  {
    title: '各大厅等候情况',
    hall: '大厅', waiting: '等候', windows: '开放窗口', estimate: '预计等候',
    shut: '未开放',
    search: '查找大厅',
    renewed: '每 5 秒更新 · {time}',
    total: '全部大厅', totalWaiting: '等候人数', totalWindows: '开放窗口', totalOpen: '开放大厅',
    noHall: '没有找到这个大厅',
    none: '–',
  },
  {
    title: 'Waits of all halls',
    hall: 'Hall', waiting: 'Waiting', windows: 'Windows open', estimate: 'Estimated wait',
    shut: 'Closed',
    search: 'Find a hall',
    renewed: 'Every 5 s · {time}',
    total: 'All halls', totalWaiting: 'People waiting', totalWindows: 'Windows open', totalOpen: 'Halls open',
    noHall: 'No such hall',
    none: '–',
  },
)
