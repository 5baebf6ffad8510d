/** Every refusal in plain words: what it is, and what to do next. Keys are the codes of the contract. */
const zh = {
  'hall-unknown': { what: '没有这个大厅', next: '请检查地址，或从首页重新选择大厅。' },
  'hall-closed': { what: '大厅现在未开放', next: '请在服务时间内取号，或咨询工作人员。' },
  'window-unknown': { what: '没有这个窗口', next: '请从首页重新选择窗口。' },
  'window-not-open': { what: '窗口尚未开启', next: '请先开启窗口，再继续操作。' },
  'window-busy': { what: '窗口还有未办结的号', next: '请先完成、暂缓或退回当前的号。' },
  'window-paused': { what: '窗口已暂停服务', next: '请先恢复服务。' },
  'clerk-unknown': { what: '该工号不是本窗口的 A、B 岗', next: '请检查工号和窗口，或联系大厅管理员。' },
  'clerk-elsewhere': { what: '该工号已在另一个窗口', next: '请先关闭那个窗口，再开启本窗口。' },
  'matter-unknown': { what: '没有这个事项', next: '请重新选择事项。' },
  'matter-not-served-here': {
    what: '本大厅或该窗口不办理这个事项',
    next: '请选择其他事项或窗口，或到上级大厅办理。',
  },
  'ticket-unknown': { what: '查不到这个号', next: '请核对号码和大厅。' },
  'ticket-not-called': { what: '这个号现在不在叫号状态', next: '请看当前状态后再操作。' },
  'ticket-not-waiting': { what: '这个号现在不在等候', next: '可能已被其他窗口叫走，请刷新名单。' },
  'ticket-already-finished': { what: '这个号已经结束', next: '请呼叫下一位；需要再办请重新取号。' },
  'ticket-not-gone': { what: '这个号没有暂缓或过号', next: '请看名单中它的当前状态。' },
  'hold-limit': { what: '暂缓次数已满', next: '一个号最多暂缓两次，请办结、转办或退回等候。' },
  'return-limit': { what: '恢复排队的次数已满', next: '请重新取号。' },
  'ticket-not-offered': { what: '这个派单已不在本窗口', next: '已转给其他窗口，请等候下一个派单。' },
  'pull-not-allowed': { what: '本大厅由系统派单', next: '不需要呼叫，请等候派单。' },
  'ticket-of-another-hall': { what: '这个号属于另一个大厅', next: '请办结、过号或退回，不能暂缓或转办。' },
  'booths-taken': { what: '那个大厅的远程席都在使用', next: '请稍候再试。' },
  'loan-over': { what: '远程办理已经结束', next: '请呼叫下一位。' },
  'recall-too-soon': { what: '重呼太快了', next: '两次呼叫至少间隔 10 秒，请稍候再试。' },
  'no-show-too-soon': { what: '还不能作过号处理', next: '需呼叫满 3 次并等待满 60 秒（两层大厅 120 秒）。' },
  'reason-missing': { what: '缺少原因', next: '请填写原因后再试。' },
  'request-invalid': { what: '请求有误', next: '请检查所填内容后再试。' },
  'request-id-reused': { what: '操作编号重复', next: '请重新操作一次。' },
  'too-many-requests': { what: '操作太频繁', next: '请稍候几秒再试。' },
  'not-signed-in': { what: '尚未登录', next: '请先登录。' },
  'not-allowed': { what: '没有权限', next: '请联系大厅管理员。' },
  'try-again': { what: '系统繁忙，结果未知', next: '正在用同一编号重试，不会重复办理。' },
  unreachable: { what: '连不上大厅的服务器', next: '请检查网络；恢复后会自动继续。' },
  other: { what: '操作没有成功', next: '请稍候再试，或联系工作人员。' },
}

const en: typeof zh = {
  'hall-unknown': {
    what: 'There is no such hall',
    next: 'Check the address, or choose the hall again on the start page.',
  },
  'hall-closed': { what: 'The hall is closed now', next: 'Come back in opening hours, or ask the staff.' },
  'window-unknown': { what: 'There is no such window', next: 'Choose the window again on the start page.' },
  'window-not-open': { what: 'The window is not open', next: 'Open the window first.' },
  'window-busy': {
    what: 'A ticket is still in hand at this window',
    next: 'Finish, hold or release it first.',
  },
  'window-paused': { what: 'The window is paused', next: 'Resume first.' },
  'clerk-unknown': {
    what: 'No such clerk has a post at this window',
    next: 'Check the clerk id and the window, or ask the administrator.',
  },
  'clerk-elsewhere': {
    what: 'This clerk is at another window',
    next: 'Close that window first, then open this one.',
  },
  'matter-unknown': { what: 'There is no such matter', next: 'Choose the matter again.' },
  'matter-not-served-here': {
    what: 'This hall does not serve the matter',
    next: 'Choose another matter, or go to the hall above.',
  },
  'ticket-unknown': { what: 'This number is not known', next: 'Check the number and the hall.' },
  'ticket-not-called': { what: 'The ticket is not called now', next: 'Look at its present state first.' },
  'ticket-not-waiting': {
    what: 'The ticket is not waiting now',
    next: 'Another window may have called it; look at the list again.',
  },
  'ticket-already-finished': {
    what: 'The ticket is already finished',
    next: 'Call the next one; for another matter a new number is taken.',
  },
  'ticket-not-gone': {
    what: 'The ticket is neither held nor missed',
    next: 'Look at its present state in the list.',
  },
  'hold-limit': {
    what: 'Held as often as it may be',
    next: 'Twice at most: finish, transfer or release it.',
  },
  'return-limit': { what: 'Came back as often as it may', next: 'A new number is needed.' },
  'ticket-not-offered': {
    what: 'It is not offered here any more',
    next: 'It went to another window; wait for the next offer.',
  },
  'pull-not-allowed': {
    what: 'In this hall tickets are offered',
    next: 'There is nothing to call; wait for an offer.',
  },
  'ticket-of-another-hall': {
    what: 'The ticket belongs to another hall',
    next: 'Finish it, miss it or release it; no hold and no transfer.',
  },
  'booths-taken': { what: 'All booths of that hall are taken', next: 'Try again in a moment.' },
  'loan-over': { what: 'Serving by camera is over', next: 'Call the next one.' },
  'recall-too-soon': {
    what: 'Too soon to recall',
    next: 'Two calls are at least 10 s apart. Wait a moment.',
  },
  'no-show-too-soon': {
    what: 'Too soon for a no-show',
    next: 'It takes 3 calls and 60 s (120 s in a hall of two floors).',
  },
  'reason-missing': { what: 'A reason is needed', next: 'Enter it and try again.' },
  'request-invalid': {
    what: 'Something in the request is wrong',
    next: 'Check what was entered and try again.',
  },
  'request-id-reused': { what: 'This request was used before', next: 'Do it once more.' },
  'too-many-requests': { what: 'Too many requests', next: 'Wait a few seconds.' },
  'not-signed-in': { what: 'Not signed in', next: 'Sign in first.' },
  'not-allowed': { what: 'Not allowed', next: 'Ask the administrator of the hall.' },
  'try-again': {
    what: 'Busy; the outcome is not known',
    next: 'It is repeated with the same id and cannot be done twice.',
  },
  unreachable: {
    what: 'The server of the hall cannot be reached',
    next: 'Check the network; it goes on by itself.',
  },
  other: { what: 'That did not work', next: 'Try again in a moment, or ask the staff.' },
}

export const problems = { zh, en }

/** The key of the words for a code; codes that this page does not know yet get the general ones. */
export const problemKey = (code: string): string => `problems.${code in zh ? code : 'other'}`
