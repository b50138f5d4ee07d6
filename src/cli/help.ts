export type HelpTopic = 'sxo' | 'check' | 'migrate';

const paths = `PATH is a workflow export, a folder to be walked for *.json (node_modules and
hidden files and folders are left aside), or - for standard input.`;

const exitCodes = `Exit codes: 0 nothing found or all migrated; 1 findings, or something is left to
a person; 2 wrong usage, or input that is unreadable or broken.`;

const texts: Readonly<Record<HelpTopic, string>> = {
  sxo: `sxo finds legacy token passing in Cisco SecureX orchestration and XDR Automation
workflow exports, and migrates it to the SecureX Token.

Usage:
  sxo check PATH...     report what passes a token by hand
  sxo migrate PATH...   say what a migration would do, or do it
  sxo COMMAND --help    explain a command
  sxo --version         print the version

${paths}

${exitCodes}
`,
  check: `Usage: sxo check PATH... [options]

Reports every place where a workflow passes an access token by hand.

${paths}

Options:
  --format text|json|github        how to report (default: text)
  --fail-on error|warning|info|never
                                   exit with 1 from this severity on (default: warning)
  --securex-target NAME            display name of a further target that leads to a
                                   SecureX API; may be given several times
  -h, --help                       show this help

${exitCodes}
`,
  migrate: `Usage: sxo migrate PATH... [--write | --diff | --out DIR] [options]

Says what a migration to the SecureX Token would do. Nothing is written unless asked for.

${paths}

Options:
  --write                          replace the files, each one whole or not at all
  --diff                           print the changes as a patch
  --out DIR                        write every workflow file under its path relative to
                                   PATH into DIR, unchanged ones byte for byte
  --format text|json               how to report (default: text)
  --assume-optional                also empty token inputs that were never seen to work
                                   empty; the workflow may stop working
  --keep-description               leave the workflow's description as it is
  --securex-target NAME            display name of a further target that leads to a
                                   SecureX API; may be given several times
  -h, --help                       show this help

${exitCodes}
`,
};

export function helpOn(topic: HelpTopic): string {
  return texts[topic];
}
