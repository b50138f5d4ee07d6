import { ruleCodes } from '../../core/rule-code';
import type { CheckArguments } from '../arguments';
import { checkFiles } from '../check-files';
import { FileDefinitions } from '../file-definitions';
import type { Io } from '../io';
import { nodeHost, type ServiceFactory } from '../node-host';
import { ProjectFiles } from '../project-files';

const asked: ReadonlySet<string> = new Set(ruleCodes);

export async function check(args: CheckArguments, io: Io, createService: ServiceFactory): Promise<number> {
  const projects = new ProjectFiles(io);
  const definitions = new FileDefinitions();
  const service = createService(nodeHost(args, io, projects, definitions));
  return await checkFiles(args, io, {
    projects,
    definitions,
    isAsked: (rule) => asked.has(rule),
    look: (document) => {
      const diagnostics = service.diagnose(document);
      // Only a workflow has findings; asking for a summary as well would be work for nothing.
      const isWorkflow =
        diagnostics.some(({ code }) => code !== 'json-syntax') || service.summarize(document).isWorkflow;
      return { isWorkflow, diagnostics, suppressed: service.suppressed(document) };
    },
  });
}
