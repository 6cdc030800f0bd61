// What the host says beside a treatment, and what keeps a request waiting, in Chinese.

import { translation } from '../translation.ts';
import type * as original from '../en/news.ts';

/** What the host says by the way. */
export const hostNews = translation<typeof original.hostNews>()({
  'pedal-there': '脚踏已连接。',
  'pedal-gone': '脚踏不见了。请插好。',
  'pedal-while-armed': '有部位待命时脚踏不能换部位。请先结束该部位。',
  'pedal-not-retracted': '针缩回之前脚踏不能换部位。请稍候。',
  'pedal-into-eye': '脚踏不会选到靠近眼睛的{place}。请在屏幕上选择。',
  'pedal-no-further': '那个方向没有更多部位。请按另一侧的按钮。',
  'foreign-version': '对方使用另一版本的协议。请更新治疗笔或本控制台。',
  'frames-dropped': '治疗笔有 {damaged:number} 个报告损坏。请查看连接线。',
});

/** What is under way, or what is not there, as it stands in brackets. */
export const turns = translation<typeof original.turns>()({
  'treatment-none': '没有进行中的治疗',
  'treatment-starting': '正在打开治疗',
  'treatment-running': '治疗正在进行',
  'treatment-leaving': '正在释放治疗笔',
  'treatment-ended': '治疗已结束',
  'treatment-broke': '治疗中断',
  'treatment-turned-away': '治疗未能开始',
  'no-treatment': '没有进行中的治疗',
  'no-demonstration': '这不是演示',
  'case-file': '已打开病历',
  'road-lost': '控制台无应答',
  model: '型号',
});
