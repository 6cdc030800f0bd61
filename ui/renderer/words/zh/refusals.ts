// Why a plan is not admitted, in Chinese, where it lies in the plan, the table or the person.

import { translation } from '../translation.ts';
import type { personRefusals as person, planRefusals as plan } from '../en/refusals.ts';

/** Reasons that lie in the plan and the table. */
export const planRefusals = translation<typeof plan>()({
  'profile-expired': '限值表已过期。 | 请安装有效期内的限值表。',
  'duplicate-area': '{where}：计划了两次（同名或异名）；同一处皮肤只有一份限额。 | 请保留一项。',
  'side-not-possible': '{where}：侧别与部位不符。 | 成对部位选左或右，其余选正中。',
  'area-blocked': '{where}：没有已知的安全深度，从不治疗。 | 请从计划中移除。',
  'indication-not-listed': '{where}：限值表中没有“{item}”一行，因此禁用。 | 请不带适应症计划，或移除该部位。',
  'indication-needs-prescriber': '{where}：治疗“{item}”需要医师签字许可。 | 请在病历中加入许可，或不带适应症计划。',
  'indication-on-first-visit': '{where}：首次就诊不治疗“{item}”。 | 今天请不带适应症计划。',
  'depth-over-limit': '{where}：要求 {asked:mm}，允许 {allowed:mm}{because}。 | 请降低深度。',
  'depth-under-pen': '{where}：剩余深度{because}扣除误差后，小于本笔可设的最小值。 | 请换用步进更细或校准更精的笔，或移除该部位。',
  'reason-missing': '{where}：要求 {asked:mm}，超过推荐的 {allowed:mm}。 | 请在计划中记录理由，或降低深度。',
  'passes-over-limit': '{where}：要求 {asked:number} 遍，允许 {allowed:number} 遍{because}。 | 请减少遍数。',
  'size-over-limit': '{where}：申报 {asked:cm2}，最多 {allowed:cm2}，因为面积决定一切限额。 | 请重新测量并申报真实面积。',
  'size-too-small': '{where}：{asked:cm2} 容不下此针头的一次冲程。 | 请换用针数更少的针头，或移除该部位。',
  'size-grew': '{where}：今天早先申报 {allowed:cm2}，现在 {asked:cm2}；限额不会增长。 | 请申报早先的面积。',
  'energy-refused': '{where}：此处不得使用能量（{item}）。 | 请只计划用针，或补齐声明与签字。',
  'spot-too-dense': '{where}：此针头一次冲程就超过单点允许密度的一半。 | 请换用针数更少的针头。',
  'rate-over-limit': '{where}：要求 {asked:hz}，允许 {allowed:hz}{because}。 | 请降低频率。',
  'rate-under-pen': '{where}：要求 {asked:hz}，本笔最慢为 {allowed:hz}。 | 若部位允许请按其频率计划，或换用另一支笔。',
  'pen-too-fast': '{where}：本笔最慢为 {asked:hz}，允许 {allowed:hz}。 | 请换用可调频率的笔。',
  'treatment-too-long': `所有部位合计（{item}）需要 {asked:minutes} 的入针时间，今天还剩 {allowed:minutes}。 |
    请减少部位或遍数。`,
  'treatment-too-many-punctures': `所有部位合计（{item}）为 {asked:number} 次穿刺，今天还剩 {allowed:number} 次。 |
    请减少部位或遍数。`,
});

/** Reasons that lie in the person, or in not knowing the person. */
export const personRefusals = translation<typeof person>()({
  'person-mismatch': '计划与病历属于不同的人。 | 请打开正确的病历。',
  'case-file-unsigned': '病历无人签字，也就无人负责。 | 请签字。',
  'date-in-future': '{where}：记录中的日期晚于今天。 | 请更正日期，或本机的时钟。',
  'age-unknown': '没有出生日期，无法应用年龄限制。 | 请录入出生日期。',
  'age-under-limit': '此人 {asked:number} 岁，没有任何笔获准用于 {allowed:number} 岁以下。 | 请勿治疗。',
  'skin-type-unknown': '没有菲茨帕特里克皮肤分型，无法据此降低深度。 | 请评估皮肤并录入分型。',
  'condition-unknown': '没有人回答是否有“{item}”，它会降低限值。 | 请询问并录入答案。',
  'screening-unsigned': '筛查无人签字。 | 请由提问者签字。',
  'screening-not-today': '筛查不是今天做的，答案不能沿用。 | 请重新询问每个问题。',
  'screening-unanswered': '关于“{item}”的问题没有答案。 | 请询问并录入是或否。',
  'screening-forbids': '筛查对“{item}”答是，禁止治疗。 | 除非可行且已有医师签字许可，请勿治疗。',
  'interval-too-short': '{where}：{asked:number} 天前治疗过，两次治疗须间隔 {allowed:number} 天。 | 请以后再来。',
  'treated-today-unaccounted': '{where}：病历称今天治疗过，但本机记录不知道多少。 | 今天请勿再治疗。',
  'red-flag': '{where}：以前的治疗出现警示信号或从未评估。 | 请先复查并记录。',
  'eye-too-early': '{where}：须先治疗面部另一部位，在有记录的日期随访，且无警示信号。 | 请记录随访，或移除该部位。',
  'eye-protection-missing': '{where}：计划中没有眼部防护。 | 请计划护眼罩并戴好。',
  'budget-unknown': '本机记录无法读取，没有人知道已用多少。 | 治疗前请先恢复记录。',
  'budget-spent': '{where}：今天已达全部允许量。 | 请移除。',
});
