// The alarms in Chinese: what happened, why it is an alarm, what to do next, parted by bars.

import { translation } from '../translation.ts';
import type { alarms as original } from '../en/alarms.ts';

/** What each alarm says. */
export const alarms = translation<typeof original>()({
  'too-deep': '过深 | 测得冲程深于指令，笔已停止。 | 提起笔，查看皮肤，换用另一支。',
  'counter-beyond-grant': '冲程多于许可 | 笔计到无人许可的冲程，已停止。 | 提起笔，换用另一支。',
  'counter-backwards': '冲程计数倒退 | 计数已不可信，笔已停止。 | 提起笔，换用另一支。',
  'moving-unasked': '笔自行动作 | 针未经许可动作，笔已停止。 | 提起笔并拔下。',
  'armed-unasked': '被他处待发 | 笔已待发，而这里无人操作。 | 提起笔，解除停止，查看还有谁连接。',
  overspeed: '电机过快 | 笔因电机失控而自停。 | 提起笔并送修。',
  'not-retracted': '针仍伸出 | 针未及时缩回。 | 垂直提起，使其远离皮肤。',
  'stop-not-confirmed': '立即提起笔 | 笔没有确认停止。 | 使笔离开皮肤并拔下。',
  'foreign-arming': '待发部位不符 | 笔为另一部位待发，而非此处所选。 | 提起笔，解除停止，重新待发。',
  'too-hard': '按压过重 | 力超过限值，笔已停止。 | 查看皮肤，解除停止，轻一些。',
  'guard-refused': '指令被拦下 | 控制台的要求超出限值表，未发送任何指令。 | 结束治疗并上报。',
  'pen-fault': '笔已自停 | 笔发现自身故障。 | 阅读原因并解除。',
  'rate-off': '频率错误 | 频率与指令相差很远，笔已停止。 | 查看针头，然后解除停止。',
  'frozen-telemetry': '报告停滞 | 数值一再重复，笔已停止。 | 解除停止；若再现，换用另一支。',
  'stale-telemetry': '报告太迟 | 报告太旧，无法据此控制，笔已停止。 | 检查电缆，然后解除停止。',
  'future-telemetry': '笔的时钟超前 | 报告的时间不可能，笔已停止。 | 重新连接笔。',
  'vitals-missing': '电量与温度未知 | 笔不再报告，已停止。 | 解除停止，等待其报告。',
  'encoder-fault': '冲程计数器故障 | 无法再计冲程，笔已停止。 | 换用另一支笔。',
  'depth-implausible': '深度不可能 | 深度传感器的读数不可能，笔已停止。 | 换用另一支，将此笔送修。',
  'cartridge-gone': '针头不在 | 笔感觉不到针头，已停止。 | 装上新针头，然后解除停止。',
  'too-hot': '笔过热 | 笔已停止以便冷却。 | 放到一边，直到冷却。',
  'battery-low': '电量将尽 | 笔趁还能停止时停止了。 | 给笔充电。',
  tilted: '倾斜过大 | 斜针会撕裂皮肤，笔已停止。 | 解除停止，垂直握笔。',
  'host-trouble': '控制台异常 | 控制台无法监视笔，已令其停止。 | 阅读原因，然后解除停止。',
  'operator-stop': '已手动停止 | 有人按了停止。 | 一切无恙后解除停止。',
  'link-lost': '与笔失去连接 | 笔听不到指令，已自行停止。 | 检查电缆；控制台会重新连接。',
  'budget-spent': '部位已完成 | 该部位今天已达全部允许量。 | 继续下一部位。',
  'pedal-missing': '脚踏不在 | 本次治疗要求脚踏。 | 插上脚踏。',
  'pen-shaken': '笔存疑 | 笔曾卡住或过深，因此变浅，且不用于眼周。 | 可继续，或换笔；请校准此笔。',
  'rate-drifts': '频率漂移 | 频率略偏离指令。 | 轻一些，或查看针头。',
  'budget-nearly-spent': '即将完成 | 该部位已用去五分之四。 | 安排好最后的冲程。',
  tilt: '垂直握笔 | 笔倾斜了。 | 使其垂直于皮肤。',
  force: '轻一些 | 笔按得过重。 | 让它滑动。',
  dwell: '继续移动 | 笔停在一点。 | 继续滑动。',
  'battery-weak': '电量不足 | 电量支持不了多久。 | 完成此部位后充电。',
});
