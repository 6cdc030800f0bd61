// How things stand, in Chinese: phases, areas, outcomes, priorities, quantities.

import { translation } from '../translation.ts';
import type * as original from '../en/states.ts';

/** Where a treatment is. */
export const phases = translation<typeof original.phases>()({
  unlinked: '没有连接笔',
  ready: '就绪',
  reserving: '正在预留冲程',
  loading: '正在使笔待发',
  armed: '已待发',
  running: '针正在运行',
  ending: '正在结束部位',
  stopping: '正在停止笔',
  latched: '笔已锁住',
  clearing: '正在解除停止',
  finished: '治疗已结束',
  failed: '治疗已失败',
});

/** What a pen is doing. */
export const penPhases = translation<typeof original.penPhases>()({
  idle: '空闲',
  armed: '待发',
  running: '运行',
  stopping: '停止中',
  latched: '锁住',
  calibrating: '校准中',
});

/** What a person does next. */
export const nextActs = translation<typeof original.nextActs>()({
  wait: '请稍候',
  connect: '连接笔',
  arm: '使下一部位待发',
  press: '将笔放在皮肤上并按触发键',
  glide: '在部位上滑动',
  clear: '解除停止',
  finish: '结束治疗',
  none: '没有要做的了',
});

/** How an area stands within a treatment. */
export const areaStates = translation<typeof original.areaStates>()({
  open: '待做',
  active: '进行中',
  done: '完成',
});

/** How a treatment ended. */
export const outcomes = translation<typeof original.outcomes>()({
  completed: '已完成',
  stopped: '已停止',
  abandoned: '已放弃',
});

/** How pressing an alarm is. */
export const priorities = translation<typeof original.priorities>()({
  high: '高',
  medium: '中',
  low: '低',
});

/** What a limit is about. */
export const quantities = translation<typeof original.quantities>()({
  depth: '深度',
  rate: '频率',
  passes: '遍数',
  density: '密度',
  'strokes-per-pass': '每遍冲程',
  contact: '接触时间',
  hold: '单次按键时间',
  dwell: '停留时间',
  credit: '一次冲程数',
});
