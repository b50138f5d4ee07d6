import type { RetargetArguments } from '../arguments';
import { retargetingWords } from '../formatters/plan-words';
import type { Io } from '../io';
import { nodeHost, type ServiceFactory } from '../node-host';
import { ProjectFiles } from '../project-files';
import { rewriteFiles } from '../rewrite-files';

export async function retarget(args: RetargetArguments, io: Io, createService: ServiceFactory): Promise<number> {
  const { options } = args;
  const projects = new ProjectFiles(io);
  const service = createService(nodeHost(args, io, projects));
  return await rewriteFiles(args, io, {
    words: retargetingWords(options),
    doing: 'Retargeting',
    projects,
    service,
    plan: (document) => service.planRetargeting(document, options),
  });
}
