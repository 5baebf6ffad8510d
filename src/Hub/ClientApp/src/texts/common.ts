import { problems } from './problems'
import { texts } from './texts'

/** Words that several stations share. */
export const common = texts(
  {
    product: '一号通办',
    productLine: '政务服务 · 一号通办',
    language: 'English',
    languageHint: 'Switch to English',
    cutOff: '与大厅的连接已中断，正在重新连接…',
    cutOffSince: '自 {time} 起画面未更新',
    connecting: '正在连接大厅…',
    back: '返回',
    cancel: '取消',
    people: '{count} 人',
    persons: '{count} 人',
    minutes: '{from}–{to} 分钟',
    minutesAbout: '约 {to} 分钟',
    estimateUnknown: '暂无法预计',
    windowTitle: '{window} 号窗口',
    level: { county: '县区', township: '镇街', village: '村居' },
    class: { normal: '普通', priority: '优先', appointment: '预约' },
    reason: {
      elder: '60 周岁及以上老人', disabled: '残疾人', pregnant: '孕妇', infant: '携带婴幼儿', soldier: '现役军人、退役军人',
    },
    ticketState: {
      waiting: '等候中', called: '叫号中', serving: '正在办理', held: '暂缓', noShow: '已过号', done: '已办结',
      cancelled: '已弃号', expired: '已失效',
    },
    windowState: {
      closed: '未开放', ready: '空闲', calling: '叫号中', serving: '办理中', paused: '暂停服务', unattended: '无人值守',
    },
    windowKind: {
      general: '无差别全科', domain: '分领域全科', professional: '专业', delivery: '统一出件', crossRegion: '跨域通办',
      assist: '帮办代办', consultation: '综合咨询', backOffice: '后台审批',
    },
    matterKind: { instant: '即办件', promised: '承诺件', joint: '联办件', upward: '上报件' },
    office: {},
    problems: problems.zh,
  },
  {
    product: 'One Number',
    productLine: 'Government services with one number',
    language: '中文',
    languageHint: '切换到中文',
    cutOff: 'The connection to the hall is cut. Reconnecting…',
    cutOffSince: 'Nothing on this page is newer than {time}',
    connecting: 'Connecting to the hall…',
    back: 'Back',
    cancel: 'Cancel',
    people: '{count} waiting',
    persons: '{count}',
    minutes: '{from}–{to} min',
    minutesAbout: 'about {to} min',
    estimateUnknown: 'not known yet',
    windowTitle: 'Window {window}',
    level: { county: 'County', township: 'Township', village: 'Village' },
    class: { normal: 'Normal', priority: 'Priority', appointment: 'Appointment' },
    reason: {
      elder: 'Aged 60 or over', disabled: 'Disabled', pregnant: 'Pregnant', infant: 'With an infant',
      soldier: 'Soldier or veteran',
    },
    ticketState: {
      waiting: 'Waiting', called: 'Called', serving: 'Being served', held: 'On hold', noShow: 'Missed',
      done: 'Finished', cancelled: 'Given up', expired: 'Expired',
    },
    windowState: {
      closed: 'Closed', ready: 'Free', calling: 'Calling', serving: 'Serving', paused: 'Paused', unattended: 'Unattended',
    },
    windowKind: {
      general: 'General', domain: 'Domain', professional: 'Professional', delivery: 'Delivery', crossRegion: 'Cross-region',
      assist: 'Assistance', consultation: 'Consultation', backOffice: 'Back office',
    },
    matterKind: { instant: 'Done at once', promised: 'Promised', joint: 'Joint', upward: 'Sent upward' },
    office: {
      公安: 'Police', 人社: 'Human resources', 社保: 'Social insurance', 医保: 'Medical insurance', 自然资源: 'Natural resources',
      不动产: 'Real estate', 公积金: 'Housing fund', 民政: 'Civil affairs', 税务: 'Tax', 司法: 'Justice', 市监: 'Market regulation',
      卫健: 'Health', 住建: 'Construction', 城管: 'City management', 农业: 'Agriculture', 林业: 'Forestry', 海洋: 'Ocean and fishery',
      教育: 'Education', 交通: 'Transport', 残联: 'Disabled persons', 退役军人: 'Veterans', 工程建设: 'Engineering',
    },
    problems: problems.en,
  },
)
