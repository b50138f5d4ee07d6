import type { CheckArguments } from '../arguments';
import { checkFiles } from '../check-files';
import type { Io } from '../io';
import { nodeHost, type ServiceFactory } from '../node-host';

export async function check(args: CheckArguments, io: Io, createService: ServiceFactory): Promise<number> {
  const service = createService(nodeHost({ secureXTargets: args.secureXTargets }, io));
  return await checkFiles(args, io, (document) => {
    const diagnostics = service.diagnose(document);
    // Only a workflow has findings; asking for a summary as well would be work for nothing.
    const isWorkflow = diagnostics.some(({ code }) => code !== 'json-syntax') || service.summarize(document).isWorkflow;
    return { isWorkflow, diagnostics };
  });
}
