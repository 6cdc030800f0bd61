// Why something of care was not done, in Chinese: what, and behind the bar what to do next.

import { translation } from '../translation.ts';
import type {
  adjunct as adjunctEn, claim as claimEn, followUp as followUpEn, journal as journalEn, numbing as
  numbingEn, people as peopleEn, scan as scanEn, screening as screeningEn, series as seriesEn,
  sheet as sheetEn, staff as staffEn, visit as visitEn,
} from '../en/care-refusals.ts';

/** Why something may not be used. */
export const adjunct = translation<typeof adjunctEn>()({
  blocked: '{name}：不可导入。 | 只用无菌润滑剂。',
  'no-prescriber': '{name}：没有处方者签字。 | 请询问，或不用。',
  'no-lot': '{name}：缺少批号。 | 请看包装。',
});

/** Why a cartridge was not given. */
export const claim = translation<typeof claimEn>()({
  'held-already': '针头 {serial} 已用于其他就诊。 | 请换新的。',
  'cartridge-blocked': '针头 {serial} 已封锁。 | 请丢弃并换新的。',
  'used-already': '针头 {serial} 已用过。 | 请丢弃并换新的。',
  'seen-while-alone': '针头 {serial} 曾出现过，且无法询问其他房间。 | 请用新包装。',
});

/** Why a follow-up is not taken. */
export const followUp = translation<typeof followUpEn>()({
  'no-such-visit': '没有这次就诊。 | 请重新查看病历。',
  'before-visit': '随访至少在就诊一天之后。 | 请届时再来。',
  'in-future': '这一天还没到。 | 请核对时钟。',
  'milestone-unknown': '没有这个时间点。 | 请从列表选择。',
  'flag-unknown': '没有这个警示征。 | 请从列表选择。',
  'nothing-treated': '本次就诊未治疗。 | 无需随访。',
  'not-reached-with-flags': '未联系上却填了警示征。 | 请说明来源。',
});

/** Why nothing could be written. */
export const journal = translation<typeof journalEn>()({
  chart: '病历未接受：{says} | 请找人检查。',
  other: '未完成（{code}）。 | 请再试。',
});

/** Why a step of numbing is not taken. */
export const numbing = translation<typeof numbingEn>()({
  'product-missing': '药膏没有名称。 | 请填写管上的名称。',
  'strength-impossible': '浓度应大于0且不超过100%。 | 请看管身。',
  'amount-impossible': '用量应大于0且不超过60克。 | 请称量或估计。',
  'size-impossible': '面积应大于0且不超过600 cm²。 | 请填写覆盖面积。',
  'area-missing': '没有写明部位。 | 请说明涂在哪里。',
  'label-impossible': '标签时间应为1到300分钟。 | 请看标签。',
  'clock-went-back': '时钟倒退了。 | 请立即去除药膏。',
  'after-first-puncture': '皮肤已被刺破。 | 不要再涂。',
  'nothing-to-remove': '皮肤上没有药膏。 | 未作记录。',
  'not-removed': '药膏还在。 | 请先去除。',
  'not-cleaned': '皮肤未清洁。 | 请先清洁。',
});

/** Why nothing was done with a person. */
export const people = translation<typeof peopleEn>()({
  'no-such-person': '此处无人有此编号。 | 请按姓名查找。',
  'person-there': '此编号已有人使用。 | 请重试，将生成新编号。',
  'perhaps-there': '已有同名同生日的病历。 | 请打开它，或说明是另一人。',
  'other-key': '姓名用另一密钥封存。 | 请把正确的密钥拿到本机。',
  'merged-already': '此病历已并入另一份。 | 请打开那一份。',
  'same-person': '这是同一份病历。 | 请选两份。',
  'name-empty': '姓名里没有文字。 | 请按本人的写法输入。',
  'name-unreadable': '姓名含无法书写的字符。 | 请重新输入。',
  'name-too-long': '姓名超过 {allowed:number} 个字符。 | 请缩短。',
  'contact-unreadable': '联系方式过长或无法书写。 | 请重新输入。',
  'no-such-day': '没有这一天。 | 请按 YYYY-MM-DD 填写出生日期。',
  'born-in-future': '这一天还没到。 | 请核对出生日期和时钟。',
  'born-too-long-ago': '没有人超过 {allowed:number} 岁。 | 请核对年份。',
  'key-absent': '本机没有密钥，无法封存姓名。 | 请创建密钥，或把它拿来。',
  'key-unusable': '本机的密钥不可用。 | 请找人检查。',
  'key-already-there': '已有密钥。 | 请使用它。',
  'key-inside-data': '密钥不应放在数据文件夹里。 | 请换一个位置。',
  'key-unwritable': '无法写入密钥。 | 请检查文件夹。',
});

/** Why a package is not taken. */
export const scan = translation<typeof scanEn>()({
  empty: '扫描器没有发出内容。 | 请重扫。',
  'too-long': '内容超过一个包装。 | 只扫一个码。',
  'other-symbology': '码的类型不对。 | 请扫标有UDI的码。',
  'strange-letter': '({about}) 的值含GS1没有的字符。 | 请重扫。',
  'unknown-identifier': '“{about}”不是包装码的开头。 | 请扫标有UDI的码。',
  'identifier-twice': '码中({about})出现两次。 | 只扫一个包装。',
  'value-missing': '({about})后没有内容。 | 请重扫。',
  'value-too-long': '({about})后的内容过长。 | 请让扫描器发送分隔符(FNC1)。',
  'value-too-short': '({about})后的内容不完整。 | 请重扫。',
  'not-digits': '({about})后应为数字。 | 请重扫。',
  'check-digit-wrong': '{about} 的校验码错误。 | 请重扫，或仔细输入。',
  'bracket-broken': '括号中的标识不对。 | 请按印刷内容输入。',
  'article-missing': '码中没有货号(01)。 | 请扫标有UDI的码。',
  'serial-missing': '码中没有序列号(21)。 | 请换有序列号的针头。',
  'expiry-missing': '码中没有有效期(17)。 | 请换一个。',
  'date-impossible': '{about} 不是日期。 | 请重扫或换一个。',
  'article-unknown': '货号 {about} 在此是新的。 | 请确认在此使用，或换一个。',
  expired: '针头已于 {about} 过期。 | 请丢弃。',
  'made-in-future': '包装称生产于 {about}。 | 请核对时钟或换一个。',
  'made-after-expiry': '生产于 {about}，晚于有效期。 | 请换一个。',
});

/** What is open in a screening. */
export const screening = translation<typeof screeningEn>()({
  'not-today': '答案不是今天的。 | 请重新提问。',
  unsigned: '无人签名。 | 请说明您是谁。',
  'skin-type-missing': '缺少Fitzpatrick肤型。 | 请观察皮肤并选择。',
  'birth-missing': '缺少出生日期。 | 请询问。',
  'birth-impossible': '出生日期不可能。 | 请更正。',
  unanswered: '未回答：{question} | 请提问。',
  contradicted: '回答了两次：{question} | 请保留一个。',
  'day-impossible': '日期不可能：{question} | 请更正。',
  'question-unknown': '没有此问题。 | 请重新回答。',
  'note-missing': '缺少备注：{question} | 请写明决定。',
  'pigment-plan-missing': '此皮肤可能留色斑而未作约定。 | 请约定防晒和拍照，回答“是”。',
  'clearance-empty': '许可缺少签名或理由。 | 请补全。',
  'clearance-pointless': '无人可许可：{question} | 请去掉许可。',
  'under-age': '此人未满 {allowed:number} 岁。 | 不要治疗。',
  forbids: '回答“是”：{question} | 不要治疗。',
  'needs-prescriber': '回答“是”：{question} | 请询问处方者，否则不要治疗。',
});

/** Why a series or a lock was not written. */
export const series = translation<typeof seriesEn>()({
  'no-area': '没有选择部位。 | 请选择。',
  closed: '{where}：已关闭，等待无效。 | 请看原因。',
  'visits-out-of-range': '一个疗程为 {least:number} 到 {most:number} 次。 | 请在范围内选择。',
  'too-close': '间隔 {asked:number} 天太近，需 {allowed:number} 天。 | 请加大。',
  'no-such-series': '没有这个疗程。 | 请重新查看病历。',
  'locked-already': '已经锁定。 | 未作记录。',
  'not-locked': '没有锁定。 | 未作记录。',
});

/** Why there is no sheet. */
export const sheet = translation<typeof sheetEn>()({
  'nothing-treated': '本次治疗未穿刺。 | 无需护理。',
  'no-visit': '病历中没有对应的就诊。 | 请以文件保存。',
  'still-open': '治疗尚未结束。 | 请先结束。',
});

/** Why somebody was turned away. */
export const staff = translation<typeof staffEn>()({
  'not-recognised': '姓名与密码不符。 | 请再试一次。',
  'locked-out': '错误次数过多。 | 请在 {waitMs:minutes} 后再试。',
  'not-permitted': '您的角色无权这样做。 | 请找：{roles}。',
  'sign-in-needed': '此处需登录。 | 请登录：{roles}。',
  'sign-in-ended': '登录已结束。 | 请重新登录。',
  retired: '此人已离职。 | 请找在职人员。',
  'nobody-yet': '此处还没有人登录。 | 请用“corium users first”开始。',
  'no-reason': '缺少理由。 | 请填写。',
});

/** What stands against the needle at a visit. */
export const visit = translation<typeof visitEn>()({
  'no-person': '此处没有打开的病历。 | 请先选择一个人。',
  'no-chart': '此人没有病历。 | 请先建立。',
  'no-visit': '今天没有打开的就诊。 | 请打开。',
  'open-already': '今天已有打开的就诊。 | 请继续。',
  'not-screened': '今天还没有回答问题。 | 请提问。',
  'numbing-on-skin': '皮肤上有麻药膏。 | 请擦去。',
  'numbing-not-cleaned': '药膏已去除，皮肤未清洁。 | 请清洁。',
  'cartridge-not-claimed': '还没有登记针头。 | 请扫描。',
  'cartridge-blocked': '有针头被封锁。 | 请丢弃并扫描另一个。',
  'strange-cartridge': '笔中的针头不属于本次就诊。 | 请扫描其包装。',
  'adjunct-against': '皮肤上的用品不可这样使用。 | 请重新选择。',
  'chart-merged': '此病历已并入另一份。 | 请打开那一份。',
  'clock-behind': '本机时钟落后于病历。 | 请校正。',
  'area-locked': '{where}：自 {since} 起锁定。 | 须由有权者检查。',
  'step-open': '还有一步未完成。 | 请完成并记录。',
  'was-treated': '记录显示已治疗。 | 请按已治疗或中止关闭。',
  'was-not-treated': '记录中没有治疗。 | 请按未治疗关闭。',
});
