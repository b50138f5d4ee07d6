import { integrationIn, productOfIntegration } from '../catalog/integrations';
import { isXdrName } from '../catalog/xdr-names';
import type { WorkflowFile } from '../document/workflow';
import type { Product } from '../vocabulary';
import type { TargetResolver } from './targets';

/**
 * Whatever shows a product holds one of these. Looking for them costs next to nothing, as exports have few of their
 * first letters: one that began with a space would cost twenty times as much.
 */
const marks = ['$module_target;', 'APIs"'];

/**
 * The product that the targets of a file show it to be in: what they are called, or whose integration they are. Names
 * such as CTR_API show nothing, as they went on into Cisco XDR. A file that shows both is in XDR by now.
 */
export function shownProduct(text: string, file: WorkflowFile, targets: TargetResolver): Product | undefined {
  if (!marks.some((mark) => text.includes(mark))) return undefined;
  const shown = new Set(productsOf(file, targets));
  return shown.has('xdr') ? 'xdr' : shown.has('securex') ? 'securex' : undefined;
}

function* productsOf({ exports, targets: embedded }: WorkflowFile, targets: TargetResolver): Iterable<Product> {
  for (const { displayName } of embedded.values()) if (isXdrName(displayName)) yield 'xdr';
  for (const { workflow } of exports) {
    const own = workflow.activities.filter(({ properties }) => properties.target);
    for (const { names, id } of [
      targets.ofWorkflow(workflow),
      ...own.map((activity) => targets.ofActivity(activity)),
    ]) {
      if (names.some(isXdrName)) yield 'xdr';
      const product = id && productOfIntegration(integrationIn(id.text)?.product);
      if (product) yield product;
    }
  }
}
