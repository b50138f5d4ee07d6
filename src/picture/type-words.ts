/** What the web console calls a type of activity; another type is put into words from its name. */
const words: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'generic.workflow': 'Workflow',
    'logic.if_else': 'Condition',
    'logic.condition_block': 'Branch',
    'logic.parallel': 'Parallel block',
    'logic.parallel_block': 'Parallel branch',
    'logic.for_each': 'For each',
    'logic.while': 'While loop',
    'logic.group': 'Group',
    'logic.completed': 'Completed',
    'logic.break': 'Break',
    'logic.continue': 'Continue',
    'workflow.atomic_workflow': 'Atomic',
    'workflow.sub_workflow': 'Workflow call',
    'web-service.http_request': 'HTTP request',
    'core.set_multiple_variables': 'Set variables',
    'python3.script': 'Python script',
    'corejava.jsonpathquery': 'JSONPath query',
    'corejava.read_table_from_json': 'Table from JSON',
    'core.updaterowintable': 'Update table row',
    'core.selectfromtable': 'Select from table',
    'core.addrowtotable': 'Add row to table',
    'core.deleterowfromtable': 'Delete table row',
    'core.matchregex': 'Match regex',
    'core.replacestring': 'Replace string',
    'core.splitstring': 'Split string',
    'core.xml2json': 'XML to JSON',
    'core.xpathquery': 'XPath query',
    'email.smtp_send_email': 'Send email',
  }),
);

export function typeInWords(type: string): string {
  const known = words.get(type);
  if (known !== undefined) return known;
  const name = type.slice(type.lastIndexOf('.') + 1).replace(/[_-]+/g, ' ');
  return name === '' ? 'Activity' : name.charAt(0).toUpperCase() + name.slice(1);
}
