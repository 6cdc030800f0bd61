/**
 * The door of the models: pens and cartridges by name, dated and taken out of their boxes.
 */
export { CERTIFICATE_DAYS, isModelName, MODEL_NAMES, penModel } from './pen-model.ts';
export type { ModelName } from './pen-models.ts';
export { cartridgeFor, CARTRIDGES, takeCartridge } from './cartridges.ts';
export type { Box, CartridgeName } from './cartridges.ts';
export { emberPen } from './energy-models.ts';
