import * as vscode from 'vscode';
import type { PageWords } from '../../picture/page-words';

export function pageWords(): PageWords {
  return {
    page: vscode.l10n.t('Workflow graph'),
    outline: vscode.l10n.t('Outline of the workflow'),
    picture: vscode.l10n.t('Picture of the workflow'),
    pictureAfter: vscode.l10n.t('Picture of the workflow after the migration'),
    before: vscode.l10n.t('Before'),
    after: vscode.l10n.t('After the migration'),
    nothingToCompare: vscode.l10n.t(
      'The migration changes nothing here: no token is passed by hand, or what is left is for a person to decide.',
    ),
    foldedAway: vscode.l10n.t(
      '{0} of {1} activities are folded away, so that the workflow can be read. “{2}” shows them.',
    ),
    shown: vscode.l10n.t('What is shown'),
    folding: vscode.l10n.t('Folding'),
    zoom: vscode.l10n.t('Zoom'),
    export: vscode.l10n.t('Export'),
    buttons: {
      outline: {
        name: vscode.l10n.t('Outline'),
        title: vscode.l10n.t('Show the workflow line by line beside the picture'),
      },
      token: {
        name: vscode.l10n.t('Tokens'),
        title: vscode.l10n.t('Draw where access tokens are made and where they go'),
      },
      data: {
        name: vscode.l10n.t('Data'),
        title: vscode.l10n.t('Draw whose output, and whose variables, each activity reads'),
      },
      migration: {
        name: vscode.l10n.t('Before & After'),
        title: vscode.l10n.t('Compare with what the migration makes of it; what goes is struck out'),
      },
      foldAll: {
        name: vscode.l10n.t('Fold All'),
        title: vscode.l10n.t('Fold everything but the outermost activities'),
      },
      unfoldAll: { name: vscode.l10n.t('Unfold All'), title: vscode.l10n.t('Show everything that is folded') },
      fit: { name: vscode.l10n.t('Fit'), title: vscode.l10n.t('Fit the width of the picture') },
      svg: { name: vscode.l10n.t('SVG…'), title: vscode.l10n.t('Save the picture, as it is shown, as an SVG file') },
      mermaid: {
        name: vscode.l10n.t('Mermaid…'),
        title: vscode.l10n.t('Save the picture as a text that Mermaid draws'),
      },
    },
    zoomOut: vscode.l10n.t('Zoom out'),
    zoomIn: vscode.l10n.t('Zoom in'),
  };
}
