// The things that a reason may be about, in English: questions of the screening, conditions,
// precautions, indications, parts of a pen; and the rules that bind a number.

import type { Condition, Precaution, ScreeningItem } from '../../../../host/core/case-file.ts';
import type { Indication } from '../../../../host/core/limit-profile.ts';
import type { PlainRule } from '../rule-id.ts';

/** The questions of the screening. */
export const questions = {
  'active-infection-or-wound': 'an active infection, cold sore or wound',
  'inflamed-acne': 'inflamed acne',
  'isotretinoin-within-6-months': 'isotretinoin within 6 months',
  'pregnant-or-breastfeeding': 'pregnancy or breastfeeding',
  'bleeding-disorder-or-anticoagulant': 'a bleeding disorder or an anticoagulant',
  'immunosuppression-or-uncontrolled-diabetes': 'immunosuppression or uncontrolled diabetes',
  'keloid-history-or-lesion-in-area': 'a history of keloids, or a lesion in the area',
  'malignancy-or-systemic-steroids': 'a malignancy or systemic steroids',
  'allergy-to-steel-or-anaesthetic': 'an allergy to steel or to anaesthetics',
  'skin-cancer-or-collagen-disease-or-heart': 'skin cancer, collagen disease or heart disease',
  'tattoo-in-area': 'a tattoo in the area',
  'filler-within-2-weeks': 'filler within 2 weeks',
  'implant-or-port-in-area': 'an implant or port in the area',
  'burnt-peeled-or-lasered-within-2-weeks': 'sunburn, peel or laser within 2 weeks',
} as const satisfies Record<ScreeningItem, string>;

/** Conditions that reduce the limits, precautions that are noted, and indications. */
export const conditions = {
  'melasma-or-pigment-after-inflammation': 'melasma or pigment after inflammation',
  'steroid-thinned-skin': 'skin thinned by steroids',
  'irradiated-skin': 'irradiated skin',
  'very-lax-skin': 'very lax skin',
  'tanned-or-much-sun-lately': 'a tan or much sun lately',
  'cold-sore-history': 'a history of cold sores',
  'skin-or-autoimmune-disease': 'a skin or autoimmune disease',
  'sun-planned-within-2-weeks': 'sun planned within 2 weeks',
  'muscle-relaxant-within-2-weeks': 'a muscle relaxant within 2 weeks',
  'retinoid-or-acid-within-a-week': 'retinoid or acid within a week',
  'waxed-within-a-week': 'waxing within a week',
  'anti-inflammatory-within-3-days': 'an anti-inflammatory within 3 days',
  'pigment-plan': 'a plan for pigment',
  'acne-scar': 'acne scars',
  striae: 'stretch marks',
} as const satisfies Record<Condition | Precaution | Indication, string>;

/** What else may be meant: parts of the body, and what a pen says of itself. */
export const things = {
  face: 'face',
  whole: 'whole body',
  serial: 'its serial number',
  depthStepUm: 'the step of its depth',
  depthUmMax: 'the range of its depth',
  evaluatedDepthUmMax: 'the depth to which it was evaluated',
  rateCentiHzMin: 'the range of its rate',
  creditMax: 'what it accepts at once',
  leaseMsMax: 'how long it waits for the host',
  retractMsMax: 'how long it takes to withdraw',
  overshootUm: 'its overshoot',
  uncertaintyLowUm: 'the uncertainty of its depth',
  cartridge: 'its cartridge',
  dueDay: 'the dates of its certificate',
} as const;

/** The rules that bind a number. */
export const rules = {
  row: 'row “{row}” of the table',
  'site-row': 'row “{row}” of the site’s table',
  'first-visit': 'the recommended value, because it is a first visit',
  'calibration-out-of-date': 'the recommended value, because the calibration is out of date',
  'calibration-shaken': 'the recommended value, because the pen stalled or went too deep',
  'calibration-used-up': 'the recommended value, because the certificate is used up',
  'no-recorded-reason': 'the recommended value, because no reason is recorded',
  'table-step': 'the step of the table',
  'mechanical-maximum': 'the mechanical maximum',
  'pen-hardware': 'what the pen can do',
  'evaluated-maximum': 'the depth to which the pen was evaluated',
  'needle-length': 'the length of the needles',
  'calibration-uncertainty': 'what the pen may be wrong by',
  'pen-step': 'the step of the pen',
  zone: 'the bounds of this kind of skin',
  'per-pass': 'what one pass may lay',
  density: 'the density of the area',
  'spot-density': 'half the density on one spot',
  'stationary-contact': 'time on one spot, because the pen does not sense motion',
  'grant-maximum': 'what one permission may give',
  'pen-credit': 'what the pen accepts at once',
  plan: 'the plan',
  'darker-skin': 'the reduction for darker skin or pigment',
  'fragile-skin': 'the reduction for older or fragile skin',
  'early-interval': 'the reduction for coming back early',
  because: ' ({rule})',
  'the-plan': 'the plan',
} as const satisfies Record<PlainRule | 'row' | 'site-row' | 'because' | 'the-plan', string>;
