// The things that care speaks of, in Chinese; a bar parts a title from its text.

import { translation } from '../translation.ts';
import type {
  adjuncts as adjunctsEn, expected as expectedEn, flags as flagsEn, grades as gradesEn,
  instructions as instructionsEn, milestones as milestonesEn, offLabel as offLabelEn, roles as
  rolesEn, stages as stagesEn, steps as stepsEn,
} from '../en/care-things.ts';

/** What may lie on the skin. */
export const adjuncts = translation<typeof adjunctsEn>()({
  'sterile-hydrogel': '无菌水凝胶',
  'sterile-saline': '无菌生理盐水',
  minoxidil: '米诺地尔',
  'tranexamic-acid': '氨甲环酸',
  prp: '富血小板血浆',
  'vitamin-c': '维生素C',
  exosomes: '外泌体',
  'vitamin-solution': '其他维生素溶液',
  'cosmetic-serum': '化妆精华液',
  unknown: '清单以外的东西',
});

/** How an area is said to answer. */
export const expected = translation<typeof expectedEn>()({
  best: '反应最好',
  good: '反应良好',
  slower: '反应较慢',
  limited: '反应有限',
  marginal: '几乎没有反应',
  'texture-only': '仅改善质地',
  none: '不治疗',
});

/** Red flags; what is seen and what to do. */
export const flags = translation<typeof flagsEn>()({
  'eye-pain-or-vision': '眼痛或视力变差 | 立即去眼科急诊。',
  infection: '红肿扩散、发热、流脓、发烧、疼痛加重 | 今天就医，并告诉我们。',
  'burn-or-loss': '灼伤、凹陷或麻木 | 今天来电。',
  'cold-sore': '唇疱疹或刺痒 | 今天来电。',
  'long-redness': '发红超过五天、粗糙或变薄 | 来电；检查前不再处理。',
  lines: '沿笔迹出现线条 | 来电，避光。',
  lumps: '硬结，数周后也算 | 来电，勿自行处理。',
  pigment: '变深或变浅的斑 | 来电，避光。',
});

/** How far something may be trusted. */
export const grades = translation<typeof gradesEn>()({
  A: 'A：监管机构或同行评审',
  B: 'B：制造商或510(k)',
  C: 'C：诊所或行业网页',
  D: 'D：我们的建议',
});

/** What to do when; a title and a text. */
export const instructions = translation<typeof instructionsEn>()({
  'first-day': '今天 | 凉水、温和清洁、简单保湿。不化妆、不用活性成分、不运动、不受热、不游泳、不饮酒。',
  'make-up': '可再化妆 | 先用矿物彩妆和干净刷具。',
  sunscreen: '从此每天防晒 | 物理防晒，SPF 30以上。',
  critical: '前三天结束 | 此前严禁日晒。脱屑不要抠、不要搓。',
  gym: '可再运动和桑拿 | 不再发热或疼痛时。',
  redness: '发红应已消退 | 第5天仍未消退请来电。',
  actives: '可再用活性护肤 | 皮肤平静时逐一恢复。',
  retinoids: '可再用维A类 | 先隔晚使用。',
  'sun-and-peel': '至此避免日晒和换肤 | 不美黑、不换肤、不激光、不脱毛。继续防晒。',
  next: '建议的下次就诊 | 次数多不等于更好。',
});

/** When somebody asks how it is; a name and a question. */
export const milestones = translation<typeof milestonesEn>()({
  'hours-24': '24小时 | 均匀发红；有无扩散的发热、脓、水疱或发烧？',
  'hours-72': '72小时 | 红色变淡、不痛、未日晒？',
  'day-7': '第7天 | 已愈合平静？有无线条、痕迹、粗糙？',
  'day-14': '第14天 | 有无变深或变浅的斑、硬结？',
  'day-28': '第28天 | 有无色素变化、硬结、线条？可安排下次吗？',
  'month-3': '第3个月 | 有何变化？有无迟发硬结？',
  'month-6': '第6个月 | 效果保留多少？需要巩固吗？',
});

/** Why something is off-label. */
export const offLabel = translation<typeof offLabelEn>()({
  'device-not-cleared': '未见此设备的许可',
  'purpose-not-cleared': '许可用途不同',
  'area-not-cleared': '许可部位不同',
  'age-under-clearance': '年龄低于许可',
  'age-unknown': '年龄未知',
  'skin-type-outside': '肤型超出许可',
  'skin-type-unknown': '肤型未知',
});

/** What people are trusted with. */
export const roles = translation<typeof rolesEn>()({
  provider: '治疗者',
  prescriber: '处方者',
  technician: '技术员',
  'clinical-lead': '临床负责人',
  auditor: '审计员',
});

/** The stages of the collagen timeline. */
export const stages = translation<typeof stagesEn>()({
  inflammation: '伤口清理',
  proliferation: '初生疏松胶原',
  'collagen-peak': '据称胶原生成最多',
  remodelling: '缓慢重塑，一年以上',
  swelling: '紧致是肿胀，会消退',
  'quiet-weeks': '平静期：几乎看不出变化',
  'first-changes': '部分人出现初步变化',
  'at-its-best': '若有效果，多已显现',
});

/** The ticks of a visit. */
export const steps = translation<typeof stepsEn>()({
  reprocessed: '笔在上一位之后已清洁',
  barrier: '已装新的防护套',
  'package-intact': '包装完好',
  'glide-only': '已选无菌润滑剂',
  'eye-shield': '已戴护眼罩',
});
