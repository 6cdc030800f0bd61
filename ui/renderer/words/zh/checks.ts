// What a pen and a room have against a treatment, and what is worth knowing before one, in Chinese.

import { translation } from '../translation.ts';
import type { notices as notice, penRefusals as pen, room as open } from '../en/checks.ts';

/** Reasons that lie in the pen, its certificate and its cartridge. */
export const penRefusals = translation<typeof pen>()({
  'pen-unknown': '没有连接笔，无法待发。 | 请连接一支笔。',
  'pen-contradicts-itself': '笔的自述不可能全部属实（请看{item}）。 | 请送修并换用另一支。',
  'pen-depth-by-hand': '此笔的深度靠手调，任何限值都管不住。 | 请换用自动设定深度的笔。',
  'pen-emits-energy': '此笔可发射射频，这里没有相应限值。 | 请换用不发射的笔。',
  'calibration-missing': '此笔从未校准。 | 请校准，或换用另一支。',
  'calibration-failed': '此笔上次校准未通过。 | 请送修并换用另一支。',
  'calibration-in-future': '此笔的校准日期尚未到来。 | 请检查本机时钟，再检查证书。',
  'eye-calibration-out-of-date': '{where}：禁用，因为笔的校准已过期。 | 请校准，或移除该部位。',
  'eye-calibration-shaken': '{where}：禁用，因为笔自校准后卡住、过深或摔过。 | 请校准，或移除该部位。',
  'eye-calibration-used-up': '{where}：禁用，因为笔的治疗次数已满证书所许。 | 请校准，或移除该部位。',
  'eye-needs-class-p': '{where}：需要 P 级且申报过冲量的笔，此笔不是。 | 请换用这样的笔，或移除该部位。',
  'cartridge-missing': '笔上没有针头。 | 请装上新的无菌针头。',
  'cartridge-wrong-kind': '此针头用于检定台，不用于人。 | 请装上新的无菌患者针头。',
  'cartridge-unknown': '针头型号未知，或没有序列号或批号。 | 请装上已知的针头。',
  'cartridge-contradicts-itself': '针头自述的针与其型号不符。 | 请放到一边，告知厂家，换用另一个。',
  'cartridge-expired': '针头已过有效期。 | 请装上有效期内的针头。',
  'cartridge-used': '针头已用过：别人、另一天或没有记录。 | 每人每次请用新的针头。',
});

/** What an admitted plan should still be told about. */
export const notices = translation<typeof notice>()({
  'interval-short': '{where}：{asked:number} 天前治疗过，偏早。 | 继续之前请查看皮肤。',
  'many-visits': '{where}：一年内第 {asked:number} 次，超过 {allowed:number} 次偏多。 | 请考虑暂停一段时间。',
  'calibration-out-of-date': '笔的校准已过期，因此以推荐深度为上限。 | 请送去校准。',
  'calibration-shaken': '笔自校准后卡住、过深或摔过，因此以推荐深度为上限。 | 请送去校准。',
  'calibration-used-up': '笔的治疗次数已满证书所许，因此以推荐深度为上限。 | 请送去校准。',
  'no-case-file': '没有病历：按首次就诊计，适用全部减量，眼部禁用。 | 下次就诊前请建立病历。',
  precaution: '筛查记下“{item}”。 | 开始前请阅读相关备注。',
});

/** What is still open in the room. */
export const room = translation<typeof open>()({
  'numbing-not-removed': '皮肤上有麻药膏，或无人说明。 | 请清除、清洁皮肤并确认。',
  'package-not-checked': '无人确认针头取自完好包装。 | 请查看包装；有疑问请换一个。',
  'barrier-not-fitted': '无人确认笔上套有防护套。 | 请套上新的并确认。',
  'glide-not-checked': '无人确认皮肤上只有无菌润滑剂。 | 请擦去其他一切并确认。',
  'not-cleaned': '无人确认笔在上一人之后清洁过。 | 请清洁并签字。',
  'not-screened': '没有病历，也无人为筛查签字。 | 请现在询问每个问题并签字。',
});
