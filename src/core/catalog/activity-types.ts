/** A kind of activity as an export writes it, and in words. */
export interface ActivityType {
  readonly type: string;
  /** What the product's palette calls it. */
  readonly name: string;
  /** What it does, as the rest of a sentence that begins with its name. */
  readonly does: string;
  /** What references read of it, beside what every activity gives. */
  readonly outputs?: readonly string[];
  /** The list in its properties whose entries name further outputs: `script_queries` by `script_query_name`. */
  readonly namedOutputs?: NamedOutputs;
}

export interface NamedOutputs {
  readonly list: string;
  readonly name: string;
}

/** What every activity gives once it has run. */
export const commonOutputs: readonly string[] = ['succeeded', 'start_time', 'end_time', 'error.code', 'error.message'];

/** The kinds that public workflows use. What a tenant has beyond them comes from adapters of its own. */
export const activityTypes: readonly ActivityType[] = [
  { type: 'workflow.atomic_workflow', name: 'Atomic', does: 'calls an atomic workflow' },
  { type: 'workflow.sub_workflow', name: 'Sub-workflow', does: 'runs another workflow' },
  {
    type: 'web-service.http_request',
    name: 'HTTP Request',
    does: 'sends a request to the target',
    outputs: ['response_body', 'status_code', 'status_text', 'response_headers'],
  },
  {
    type: 'python3.script',
    name: 'Execute Python Script',
    does: 'runs a Python script',
    outputs: ['response_body'],
    namedOutputs: { list: 'script_queries', name: 'script_query_name' },
  },
  { type: 'core.set_multiple_variables', name: 'Set Variables', does: 'gives variables new values' },
  { type: 'core.sleep', name: 'Sleep', does: 'waits for some seconds' },
  { type: 'logic.group', name: 'Group', does: 'holds activities together' },
  { type: 'logic.if_else', name: 'Condition Block', does: 'takes the first branch whose condition holds' },
  { type: 'logic.condition_block', name: 'Condition Branch', does: 'runs its activities where its condition holds' },
  { type: 'logic.parallel', name: 'Parallel Block', does: 'runs its branches side by side and waits for all of them' },
  { type: 'logic.parallel_block', name: 'Parallel Branch', does: 'is one of the branches that run side by side' },
  { type: 'logic.for_each', name: 'For Each', does: 'runs its activities once for each entry of a list' },
  { type: 'logic.while', name: 'While Loop', does: 'goes on as long as the condition of a branch holds' },
  { type: 'logic.break', name: 'Break', does: 'leaves the loop' },
  { type: 'logic.continue', name: 'Continue', does: 'goes on with the next round of the loop' },
  { type: 'logic.completed', name: 'Completed', does: 'ends the workflow with a result' },
  { type: 'core.calculate_date', name: 'Calculate Date', does: 'adds seconds to a date', outputs: ['result'] },
  {
    type: 'core.calculate_date_time_difference',
    name: 'Calculate Date Time Difference',
    does: 'tells how far two dates are apart',
    outputs: ['total_minutes'],
  },
  { type: 'core.format_date', name: 'Format Date', does: 'writes a date in another format', outputs: ['result'] },
  { type: 'core.parse_date', name: 'Parse Date', does: 'reads a date from a text', outputs: ['result'] },
  { type: 'core.find_string', name: 'Find String', does: 'looks for texts in a text', outputs: ['has_match'] },
  {
    type: 'core.matchregex',
    name: 'Match Regex',
    does: 'finds what matches a regular expression',
    outputs: ['has_match', 'matching_strings'],
  },
  {
    type: 'core.replacestring',
    name: 'Replace String',
    does: 'replaces texts in a text',
    outputs: ['result_string'],
  },
  { type: 'core.splitstring', name: 'Split String', does: 'splits a text into a list', outputs: ['parts'] },
  { type: 'core.trim_string', name: 'Trim String', does: 'takes characters off both ends', outputs: ['trimmed'] },
  { type: 'core.xml2json', name: 'Convert Xml to Json', does: 'turns XML into JSON', outputs: ['output_json'] },
  {
    type: 'core.xpathquery',
    name: 'XPath Query',
    does: 'reads values from XML',
    namedOutputs: { list: 'xpath_queries', name: 'xpath_query_name' },
  },
  {
    type: 'corejava.jsonpathquery',
    name: 'JSONPath Query',
    does: 'reads values from JSON',
    namedOutputs: { list: 'jsonpath_queries', name: 'jsonpath_query_name' },
  },
  {
    type: 'corejava.read_table_from_json',
    name: 'Read Table from JSON',
    does: 'makes a table of JSON',
    outputs: ['read_table_from_json', 'row_count'],
  },
  {
    type: 'core.read_table_from_text',
    name: 'Read Table from Text',
    does: 'makes a table of a text',
    outputs: ['read_table_from_text', 'row_count'],
  },
  { type: 'core.addrowtotable', name: 'Add Row to Table', does: 'adds a row to a table' },
  { type: 'core.updaterowintable', name: 'Update Row in Table', does: 'changes rows of a table' },
  { type: 'core.deleterowfromtable', name: 'Delete from Table', does: 'takes rows out of a table' },
  {
    type: 'core.selectfromtable',
    name: 'Select from Table',
    does: 'finds rows of a table',
    outputs: ['output_table', 'row_count'],
  },
  { type: 'email.smtp_send_email', name: 'Send Email', does: 'sends a message' },
  { type: 'email.upload_file', name: 'Upload File', does: 'sends an attachment on', outputs: ['response_body'] },
  {
    type: 'terminal.command',
    name: 'Execute Terminal Command(s)',
    does: 'runs commands on a terminal target',
    outputs: ['response_body'],
  },
  {
    type: 'task.approval_request',
    name: 'Create Approval Request',
    does: 'asks people for their approval',
    outputs: ['task_id'],
  },
  { type: 'task.wait_for_event', name: 'Wait For Event', does: 'waits for an answer', outputs: ['response'] },
  { type: 'aws.api_request', name: 'Generic AWS API Request', does: 'calls AWS', outputs: ['response_body'] },
  { type: 'aws.create_ec2', name: 'Create EC2 Instances', does: 'starts instances in AWS', outputs: ['instances'] },
];

/** They end a workflow, a loop or a turn of it, and hold no other activities as their like do. */
export const endingTypes: ReadonlySet<string> = new Set(['logic.completed', 'logic.break', 'logic.continue']);

const byType = new Map(activityTypes.map((each) => [each.type, each]));

export function activityTypeOf(type: string): ActivityType | undefined {
  return byType.get(type);
}
