import type { MigrationStep } from './migration-step';
import { deleteTokenActivities } from './steps/delete-token-activities';
import { emptyAccessTokenInputs } from './steps/empty-access-token-inputs';
import { emptyDefinitionInputs } from './steps/empty-definition-inputs';
import { makeInputsOptional } from './steps/make-inputs-optional';
import { pruneDependencies } from './steps/prune-dependencies';
import { replaceDependencies } from './steps/replace-dependencies';
import { replaceRetiredAtomics } from './steps/replace-retired-atomics';
import { rePointTimes } from './steps/re-point-times';
import { rePointWorkflowTarget } from './steps/re-point-workflow-target';
import { removeAuthorizationHeaders } from './steps/remove-authorization-headers';
import { removeTokenAssignments } from './steps/remove-token-assignments';
import { removeTokenVariables } from './steps/remove-token-variables';
import { updateDescription } from './steps/update-description';

/** In the order in which a person would do them, and in which a report tells them. */
export const migrationSteps: readonly MigrationStep[] = [
  replaceRetiredAtomics,
  emptyAccessTokenInputs,
  emptyDefinitionInputs,
  removeAuthorizationHeaders,
  makeInputsOptional,
  deleteTokenActivities,
  removeTokenAssignments,
  removeTokenVariables,
  rePointTimes,
  pruneDependencies,
  replaceDependencies,
  rePointWorkflowTarget,
  updateDescription,
];
