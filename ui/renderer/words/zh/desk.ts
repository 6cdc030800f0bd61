// Why the desk did not do what the window asked, in Chinese.

import { translation } from '../translation.ts';
import type { desk as original } from '../en/desk.ts';

/** What the desk says no to. */
export const desk = translation<typeof original>()({
  'not-understood': '控制台不理解该请求{item}。 | 请重新载入此窗口再试。',
  'too-large': '太大，无法读取{item}。 | 请选择更小的文件或更短的文字。',
  'viewer-only': '另一窗口在控制治疗，此窗口只能观看。 | 请使用另一窗口。停止在这里同样有效。',
  'controller-present': '控制窗口仍在。 | 请使用它，或关闭它后在此接管。',
  'out-of-turn': '目前不能这样做{item}。 | 请先完成正在进行的事。',
  'name-missing': '没有人说明谁在操作控制台。 | 请先输入姓名。',
  'area-planned-already': '该部位已在计划中{item}。 | 请在计划中修改。',
  'area-not-planned': '该部位不在计划中{item}。 | 请先在图上选择。',
  'side-not-possible': '该部位没有这一侧{item}。 | 请选择另一侧。',
  'areas-too-many': '计划的部位已达上限{allowed}。 | 请先移除一个。',
  'value-out-of-range': '数值超出范围{item}{asked}{allowed}。 | 请选择更小的值。',
  'plan-empty': '计划没有部位。 | 请在图上选择部位。',
  'plan-not-read': '无法读取计划{item}。 | 请看详情并修正文件。',
  'case-not-read': '无法读取病历{item}。 | 请看详情并修正文件。',
  'not-admitted': '计划未获批准。 | 请逐条查看原因。',
  'no-pen': '没有笔应答。 | 请连接笔后再查找。',
  'pen-address': '那里找不到笔{item}。 | 请选择另一连接。',
  'not-simulated': '只有模拟笔才可以。 | 请先选择模拟笔。',
  'simulator-refused': '模拟笔拒绝了{item}。 | 请另选一项。',
  'no-such-record': '没有这份记录{item}。 | 请从列表中选择。',
  'journal-not-read': '无法读取记录。 | 请找人检查；在此之前不治疗。',
  care: '护理或病历的规则不允许{item}。 | 请看它怎么说，先照做。',
  'not-signed-in': '此处无人登录。 | 请先登录。',
  'not-permitted': '登录的人无权这样做{item}。 | 请找有权的人{allowed}。',
  'said-at-visit': '此人有病历：请在就诊中填写。 | 请到那里填写。',
  'bench-at-work': '校准台正在使用笔{item}。 | 完成或取消校准。',
  'no-gauge': '没有可以使用的量表{item}。 | 选择在有效期内的量表，并指明接口。',
  'no-bench-key': '没有用于签署证书的密钥。 | 在校准台页面新建一个。',
  'no-such-certificate': '没有这份证书{asked}。 | 请从列表中选择。',
  'sound-needed': '有高级别报警：原因存在期间不能暂停声音。 | 请按报警的提示做。',
});
