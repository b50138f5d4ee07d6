import * as vscode from 'vscode';
import type { ActiveWorkflow } from '../active-workflow';
import type { Session } from '../session';
import { registerAfterJson } from './after-json';
import { registerCallHierarchy } from './call-hierarchy';
import { registerCompletions } from './completions';
import { registerDefinition } from './definition';
import { registerFoldings } from './foldings';
import { registerHighlights } from './highlights';
import { registerHover } from './hover';
import { registerInlayHints } from './inlay-hints';
import { registerLinks } from './links';
import { registerOutline } from './outline';
import { registerReferences } from './references';
import { registerRename } from './rename';
import { registerSelectionRanges } from './selection-ranges';
import { WhileWorkflow } from './while-workflow';

/** All that shows what the ids of a workflow stand for, and writes them. */
export function registerReading(session: Session, active: ActiveWorkflow): vscode.Disposable {
  return vscode.Disposable.from(
    registerHover(session),
    registerInlayHints(session),
    registerDefinition(session),
    registerHighlights(session),
    registerSelectionRanges(session),
    registerLinks(session),
    registerCallHierarchy(session),
    registerCompletions(session),
    registerAfterJson(() => [registerOutline(session), registerFoldings(session)]),
    new WhileWorkflow(active, () => vscode.Disposable.from(registerReferences(session), registerRename(session))),
  );
}
