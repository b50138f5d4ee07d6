import type { ConversionStep } from './conversion-step';
import { addDependencies } from './steps/add-dependencies';
import { insertGenerators } from './steps/insert-generators';
import { passTokens } from './steps/pass-tokens';

/** In the order in which a person would do them, and in which a report tells them. */
export const conversionSteps: readonly ConversionStep[] = [insertGenerators, passTokens, addDependencies];
