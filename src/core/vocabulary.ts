/** The products that have the same APIs, and name what leads to them differently. */
export type Product = 'securex' | 'xdr';

/** Whose words messages use; with `auto`, those of the product that a file or a tenant shows. */
export const vocabularyChoices = ['auto', 'securex', 'xdr'] as const;
export type VocabularyChoice = (typeof vocabularyChoices)[number];

/** The words that the two products have for the same things. All of them are here, and nowhere else. */
export interface Vocabulary {
  /** As in "a ... API" and "a ... target". */
  readonly product: string;
  /** What a migration leads to, as in "Migrate to the ...". */
  readonly token: string;
  /** As in "With the ... on the target". */
  readonly tokenKey: string;
  /** As in "an account key of the type ...". */
  readonly tokenKeyType: string;
  /** The same beside the name of such a key. */
  readonly tokenKeyTypeName: string;
  /** What a new token key may be called. */
  readonly suggestedKeyName: string;
  /** As an example of a target that leads to such an API. */
  readonly exampleTarget: string;
  /** What workflows may call the targets of the platform, public intelligence and private intelligence APIs. */
  readonly apiTargets: readonly (readonly string[])[];
  /** The page that explains the token key. */
  readonly documentation: string;
}

const secureX: Vocabulary = {
  product: 'SecureX',
  token: 'SecureX Token',
  tokenKey: 'SecureX Token account key',
  tokenKeyType: 'SecureX Token',
  tokenKeyTypeName: 'SecureX Token',
  suggestedKeyName: 'SecureX_Token',
  exampleTarget: 'CTR_API',
  apiTargets: [
    ['CTR_API', 'CTR_Target', 'Platform APIs'],
    ['CTIA_Target', 'Public Intelligence APIs'],
    ['Private_CTIA_Target', 'Private Intelligence APIs'],
  ],
  documentation: 'https://ciscosecurity.github.io/sxo-05-security-workflows/account-keys/securex-token',
};

const xdr: Vocabulary = {
  product: 'Cisco XDR',
  token: 'Cisco XDR Token',
  tokenKey: 'Cisco XDR Token account key',
  tokenKeyType: 'Cisco XDR Token',
  tokenKeyTypeName: 'Cisco XDR Token',
  suggestedKeyName: 'Cisco_XDR_Token',
  exampleTarget: 'Platform APIs',
  apiTargets: [
    ['Platform APIs', 'CTR_API', 'CTR_Target'],
    ['Public Intelligence APIs', 'CTIA_Target'],
    ['Private Intelligence APIs', 'Private_CTIA_Target'],
  ],
  documentation: 'https://docs.xdr.security.cisco.com/Content/Automate/account-keys-cisco-xdr-token.htm',
};

/** Where nothing shows the product: SecureX's words, as most files have them, and XDR's beside them where they matter. */
export const bothVocabularies: Vocabulary = {
  ...secureX,
  tokenKey: 'SecureX Token account key (Cisco XDR Token in XDR)',
  tokenKeyType: 'SecureX Token (in Cisco XDR: Cisco XDR Token)',
  tokenKeyTypeName: 'SecureX or XDR Token',
  exampleTarget: 'CTR_API or Platform APIs',
};

const vocabularies: Readonly<Record<Product, Vocabulary>> = { securex: secureX, xdr };

/** @param shown what a file or a tenant shows; asked only where nothing was chosen. */
export function vocabularyFor(choice: VocabularyChoice, shown: () => Product | undefined): Vocabulary {
  const product = choice === 'auto' ? shown() : choice;
  return product === undefined ? bothVocabularies : vocabularies[product];
}

/** What is said once of several things: in their own words where all have the same ones. */
export function sharedVocabulary(all: Iterable<Vocabulary>): Vocabulary {
  const [first, ...others] = new Set(all);
  return first && others.length === 0 ? first : bothVocabularies;
}

/** @param choice from a setting or a file, where anything may stand. */
export function isVocabularyChoice(choice: unknown): choice is VocabularyChoice {
  return vocabularyChoices.some((each) => each === choice);
}
