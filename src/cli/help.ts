export type HelpTopic =
  | 'sxo'
  | 'check'
  | 'migrate'
  | 'retarget'
  | 'graph'
  | 'doc'
  | 'tenant'
  | 'tenant show'
  | 'tenant check'
  | 'tenant diff'
  | 'tenant switch'
  | 'tenant targets'
  | 'tenant snapshot';

const paths = `PATH is a workflow export, a folder to be walked for *.json (node_modules and
hidden files and folders are left aside), or - for standard input.`;

const projectFile = `The nearest project file .sxo.json, upwards from each workflow, holds severities,
further targets, and what is left as it is on purpose.`;

const vocabulary = `  --vocabulary auto|securex|xdr    whose words messages use (default: as the project file
                                   says, or auto: as the targets show)`;

const exitCodes = `Exit codes: 0 nothing found, or nothing is left to a person; 1 findings, or something is
left to a person; 2 wrong usage, or input that is unreadable or broken.`;

const output = `  --write                          replace the files, each one whole or not at all
  --diff                           print the changes as a patch
  --out DIR                        write every workflow file under its path relative to
                                   PATH into DIR, unchanged ones byte for byte`;

const live = `  --region us|eu|apjc              the live tenant (default: us); SXO_CLIENT_ID and
                                   SXO_CLIENT_SECRET hold the API client's id and password`;
const sources = `  --snapshot FILE                  the tenant as a snapshot has it
${live}`;

const texts: Readonly<Record<HelpTopic, string>> = {
  sxo: `sxo finds legacy token passing in Cisco SecureX orchestration and XDR Automation
workflow exports, and migrates it to the SecureX Token.

Usage:
  sxo check PATH...     report what passes a token by hand
  sxo migrate PATH...   say what a migration would do, or do it; or the way back
  sxo retarget PATH...  move workflows to a second set of targets, or back
  sxo graph FILE        draw a workflow
  sxo doc PATH...       write a page on each workflow
  sxo tenant COMMAND    show a tenant, check workflows against it, plan a change
  sxo COMMAND --help    explain a command
  sxo --version         print the version

${paths}

${exitCodes}
`,
  check: `Usage: sxo check PATH... [options]

Reports every place where a workflow passes an access token by hand.

${paths}

${projectFile}

Options:
  --format text|json|github        how to report (default: text)
  --fail-on error|warning|info|never
                                   exit with 1 from this severity on (default: warning)
  --securex-target NAME            display name of a further target that leads to a
                                   SecureX API; may be given several times
${vocabulary}
  -h, --help                       show this help

${exitCodes}
`,
  migrate: `Usage: sxo migrate PATH... [--write | --diff | --out DIR] [options]

Says what a migration to the SecureX Token would do. Nothing is written unless asked for.
With --to legacy it says what the way back would do, for a tenant that has only the
legacy method: make access tokens and pass them by hand.

${paths}

${projectFile}

Options:
  --to token|legacy                the method to bring workflows to (default: token)
${output}
  --format text|json               how to report (default: text)
  --assume-optional                also empty token inputs that were never seen to work
                                   empty; the workflow may stop working
  --keep-description               leave the workflow's description as it is
  --keep-retired                   leave retired atomics and their tokens as they are
  --replace-kept                   also replace retired atomics that keep their token:
                                   generators that stay, and Orbital's
  --securex-target NAME            display name of a further target that leads to a
                                   SecureX API; may be given several times
${vocabulary}
  -h, --help                       show this help

${exitCodes}
`,
  retarget: `Usage: sxo retarget PATH... --suffix SUFFIX [--undo] [--write | --diff | --out DIR] [options]
       sxo retarget PATH... --to xdr [--inferred] [--undo] [--write | --diff | --out DIR] [options]

Moves workflows to a second set of SecureX targets, whose names end with SUFFIX: where
CTR_API is chosen or brought along, CTR_API_Token is. Or to the names that the targets
have in Cisco XDR: where CTR_API is chosen, Platform APIs is. Nothing is written unless
asked for.

${paths}

Options:
  --suffix SUFFIX                  _Token, _Legacy, or what the tenant's names end with
  --to xdr                         Platform APIs instead of CTR_API
  --inferred                       with --to xdr: also Private and Public Intelligence APIs
                                   instead of Private_CTIA_Target and CTIA_Target, which
                                   is inferred, not documented
  --undo                           back from there to the usual names
${output}
  --format text|json               how to report (default: text)
  --securex-target NAME            display name of a further target that leads to a
                                   SecureX API; may be given several times
${vocabulary}
  -h, --help                       show this help

${exitCodes}
`,
  graph: `Usage: sxo graph FILE [--format mermaid|svg|json] [options]

Draws a workflow: its activities as boxes in their order, branches beside each other, what
tokens go where, and what sxo check finds. FILE is one workflow export, or - for standard
input; the workflows that it embeds are drawn below it.

Options:
  --format mermaid|svg|json        Mermaid's text, a picture, or data for other programs
                                   (default: mermaid)
  --data                           also draw whose output and whose variables each
                                   activity reads
  --migration                      show what a migration would change, and what would go;
                                   json takes neither of the two
  --securex-target NAME            display name of a further target that leads to a
                                   SecureX API; may be given several times
${vocabulary}
  -h, --help                       show this help

Exit codes: 0 drawn; 2 wrong usage, or input that is unreadable, broken or no workflow; of
a broken file what can be read is drawn.
`,
  doc: `Usage: sxo doc PATH... [--out DIR] [options]

Writes a Markdown page on each workflow file: purpose, inputs, outputs, targets, account
keys, what it calls, its steps, and a picture.

${paths}

Options:
  --out DIR                        write the pages under their paths relative to PATH into
                                   DIR, each with its picture, and a list of all as
                                   README.md (default: print them); DIR may be PATH
  --securex-target NAME            display name of a further target that leads to a
                                   SecureX API; may be given several times
${vocabulary}
  -h, --help                       show this help

Exit codes: 0 all is written; 2 wrong usage, or input that is unreadable or broken, or a
page that somebody else wrote, which is left as it is.
`,
  tenant: `Usage: sxo tenant COMMAND [options]

Tells of a tenant's targets and account keys, and of workflows that use them.

  sxo tenant show       which targets and account keys there are, and the method in use
  sxo tenant check      whether workflows fit the tenant
  sxo tenant diff       what differs between two snapshots
  sxo tenant switch     which targets a switch to a token key would change
  sxo tenant targets    which targets and keys a method lacks: for the way back to the
                        legacy method, or a second set beside the usual one
  sxo tenant snapshot   write the tenant's state into a file, without secrets
  sxo tenant COMMAND --help

${exitCodes}
`,
  'tenant show': `Usage: sxo tenant show [PATH...] [--snapshot FILE | --region REGION] [options]

Lists targets and account keys, and says which method the tenant uses, and why. With
PATH it also says which workflows use each target. With PATH alone it shows what the
workflow files bring along.

${paths}

Options:
${sources}
  --format text|json               how to report (default: text)
${vocabulary}
  -h, --help                       show this help
`,
  'tenant check': `Usage: sxo tenant check PATH... (--snapshot FILE | --region REGION) [options]

Reports where workflows do not fit the tenant.

${paths}

Options:
${sources}
  --format text|json|github        how to report (default: text)
  --fail-on error|warning|info|never
                                   exit with 1 from this severity on (default: warning)
  --securex-target NAME            display name of a further target that leads to a
                                   SecureX API; may be given several times
${vocabulary}
  -h, --help                       show this help

${exitCodes}
`,
  'tenant diff': `Usage: sxo tenant diff BEFORE AFTER [options]

Says what differs between two snapshots: targets, account keys and target groups.

Options:
  --format text|json               how to report (default: text)
  -h, --help                       show this help

Exit codes: 0 nothing differs; 1 something does; 2 wrong usage or unreadable input.
`,
  'tenant switch': `Usage: sxo tenant switch [PATH...] --key NAME [--snapshot FILE | --region REGION]
                         [--apply]

Says which targets a switch to the token key NAME would change, and which of the
workflows in PATH that would affect. Nothing is changed unless asked for.

${paths}

Options:
  --key NAME                       the account key: its name or its id
${sources}
  --apply                          carry it out on the live tenant: the state before is
                                   saved in a file, and put back at the first surprise
  --format text|json               how to report (default: text)
${vocabulary}
  -h, --help                       show this help

Exit codes: 0 a plan, or all was switched; 1 a plan, and workflows that still pass
tokens by hand; 2 wrong usage, a key that will not do, unreadable input, or a switch
that stopped; 130 interrupted, and all that was changed is put back.
`,
  'tenant targets': `Usage: sxo tenant targets [PATH...] --method legacy|token [--suffix TEXT] [--key NAME]
                          [--snapshot FILE | --region REGION] [--apply]

Says which targets, and which account key, a tenant lacks for a method, and which of the
workflows in PATH a change would affect. Nothing is changed unless asked for.

${paths}

Options:
  --method legacy                  workflows make tokens and pass them: the way back
  --method token                   the account key of the targets makes the tokens
  --suffix TEXT                    a second set of targets, with names that end so, such
                                   as _Token or _Legacy; both methods can be used then
  --key NAME                       the account key: its name or its id (default: the one
                                   that fits); a new HTTP Basic key is called so
${sources}
  --apply                          carry it out on the live tenant: the state before is
                                   saved in a file, and what was done is undone at the
                                   first surprise; SXO_NEW_KEY_CLIENT_ID and
                                   SXO_NEW_KEY_CLIENT_SECRET hold the id and password of
                                   the API client for a new HTTP Basic key
  --format text|json               how to report (default: text)
${vocabulary}
  -h, --help                       show this help

Exit codes: 0 a plan that can be carried out, or nothing to do; 1 a plan, and something
is left to a person; 2 wrong usage, a key that will not do, or unreadable input.
`,

  'tenant snapshot': `Usage: sxo tenant snapshot --out FILE [--snapshot FILE | --region REGION]

Writes the tenant's state into FILE, without secrets. A file that is there already is
replaced if it is a snapshot, and left as it is otherwise.

Options:
  --out FILE                       where to write
${sources}
  --format text|json               how to report (default: text)
  -h, --help                       show this help
`,
};

export function helpOn(topic: HelpTopic): string {
  return texts[topic];
}
