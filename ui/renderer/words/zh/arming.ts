// Why an area is not armed at this moment, in Chinese.

import { translation } from '../translation.ts';
import type { arming as original } from '../en/arming.ts';

/** Reasons against arming. */
export const arming = translation<typeof original>()({
  'not-now': '现在不行：{phase}。 | 请等笔就绪后再试。',
  'nothing-latched': '没有锁定需要解除。 | 请启用一个区域以继续。',
  'day-changed': '准备之后已是另一天。 | 请结束，并按今天的情况重新开始。',
  'not-in-plan': '{where}：不在计划中。 | 请选择计划中的部位。',
  'eye-not-confirmed': '{area}：位于眼旁。 | 请戴好护眼罩，单独确认后再待发。',
  'nothing-left': '{area}：今天没有剩余冲程。 | 请继续下一部位。',
  'pass-limit': '{area}：遍数已满。 | 请继续下一部位。',
  'contact-limit': '{area}：接触时间已满。 | 请继续下一部位。',
  'pen-shaken': '{area}：已关闭，因为笔曾卡住或过深。 | 请换部位，或换一支笔。',
  'needle-on-limit': '入针时间已达一次治疗的上限。 | 请现在结束治疗。',
  'puncture-limit': '治疗已达穿刺次数上限。 | 请现在结束治疗。',
  'pen-changed': '这是笔 {found}，计划是为 {expected} 批准的。 | 请连接那支笔，或用这支重新开始。',
  'cartridge-changed': '针头是 {found}，计划是按 {expected} 批准的。 | 请装上那个，或用这个重新开始。',
  'certificate-changed': '笔的证书是 {found}，不是 {expected}。 | 请重新开始。',
  'schema-differs': '笔使用另一版本的协议：可读，但不能驱动。 | 请使笔与控制台版本一致。',
  'no-telemetry': '笔尚未报告状态。 | 请稍候再试。',
  'ledger-differs': '笔计数 {told:number} 次冲程，其账目为 {ledger:number}。 | 请断开后重新连接。',
  'energy-unknown': '笔尚未报告脉冲计数。 | 请稍候再试。',
  'energy-spent': '{area}：今日能量已用完。 | 请换下一区域。',
  'ledger-unexplained': `笔的账目为 {ledger:number} 次冲程，记录只能解释 {explained:number} 次。 |
    请结束治疗，并注明理由采纳笔的账目。`,
  'not-idle': '笔处于{phase}。 | 请等它空闲，或停止并解除停止。',
  'not-retracted': '无法证实针已缩回。 | 请使笔离开皮肤并等待。',
  'trigger-held': '触发键被按住。 | 请松开、待发，然后再按。',
  'pedal-missing': '缺少本次治疗要求的脚踏。 | 请插上。',
  'pedal-held': '脚踏被踩住。 | 请抬脚、待发，然后再踩。',
  'battery-low': '电量为 {percent:percent}。 | 请先给笔充电。',
  charging: '笔正在充电。 | 请从充电器取下。',
  'too-hot': '笔温为 {deciDegC:degrees}。 | 请先让它冷却。',
  'no-vitals': '笔没有报告电量和温度。 | 请稍候再试。',
  'locked-out': '十分钟内三次停止：还要锁定 {forMs:minutes}。 | 请先找出原因。',
  'clock-unknown': '笔的时钟还不够准确。 | 请稍候再试。',
  'slow-link': '笔的应答需要 {roundTripMs:ms}，太长。 | 请检查电缆并关闭其他程序。',
  'pen-refused': '笔拒绝了：{reason}。 | 请读取其状态后再试。',
  'guard-refused': '守卫拒绝了（{rule}，{message}）：要求 {asked:number}，允许 {allowed:number}。 | 请结束本次治疗并上报。',
});
