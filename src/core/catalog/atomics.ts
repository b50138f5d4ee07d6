/**
 * What is known of the atomics that make or take a token. Ids are Cisco's, without their type prefix; what an empty
 * Access Token input does was seen in Cisco's own migration of August 2022 or in the atomics' public definitions.
 */

/** `own`: not Cisco's, but known from a project file. */
export type Generation = 'system' | 'v2' | 'ctr' | 'community' | 'own';

export interface TokenGenerator {
  readonly id: string;
  readonly name: string;
  readonly generation: Generation;
  /** It writes the token into a global variable, so that anybody may read it. */
  readonly leavesThroughGlobal?: true;
}

export interface TokenConsumer {
  readonly id: string;
  readonly name: string;
  readonly product: 'securex' | 'orbital';
  readonly generation: Generation;
  /** The id of its Access Token input. */
  readonly tokenInput: string;
  /**
   * What is known of a call whose Access Token input is empty: `proven` to use the target's account key, a definition
   * that `sends-header` whatever the input holds, `unknown`, or `never` (a product that no token key covers).
   */
  readonly emptyInput: 'proven' | 'sends-header' | 'unknown' | 'never';
  /** The target that the system atomic is made for. */
  readonly target?: 'CTR_API' | 'Private_CTIA_Target';
}

export const tokenGenerators: readonly TokenGenerator[] = [
  { id: '01779LB6MV0P02kvka9TGV5cEam84NrCTy4', name: 'CTRGenerateAccessToken', generation: 'ctr' },
  { id: '01KWJ2ISZTF2V6ibRYe7FZ7sOuycDOpnwss', name: 'Threat Response v2 - Generate Access Token', generation: 'v2' },
  { id: '01PP75S3LTBW4420OZU3rdHWKHFnE6aC7yH', name: 'Threat Response - Generate Access Token', generation: 'system' },
  { id: '01KJXN35DBN5444diA78eCQ0YxYn8a7MMu6', name: 'Generate Access Token for SecureX', generation: 'community' },
  {
    id: '01YOD85MGAD8U5ekmZ5gQGNpG7628xbrmOD',
    name: 'CTRGenerateAccessToken_TEXT',
    generation: 'community',
    leavesThroughGlobal: true,
  },
];

/** The generator that every tenant has, and the output that holds its token. */
export const systemGenerator = {
  id: '01PP75S3LTBW4420OZU3rdHWKHFnE6aC7yH',
  name: 'Threat Response - Generate Access Token',
  tokenOutput: '01PP75S3G7CJY6WAQr2IJC7qga2SIoE09gQ',
} as const;

/** What the atomics of one kind have in common, but for those that say otherwise. */
const ofCtr = { product: 'securex', generation: 'ctr', emptyInput: 'unknown' } as const;
const ofV2 = { product: 'securex', generation: 'v2', emptyInput: 'unknown' } as const;
const ofSystem = { product: 'securex', generation: 'system', emptyInput: 'proven' } as const;
const ofCommunity = { product: 'securex', generation: 'community', emptyInput: 'sends-header' } as const;
const ofOrbital = { product: 'orbital', emptyInput: 'never' } as const;

export const tokenConsumers: readonly TokenConsumer[] = [
  {
    ...ofCtr,
    id: '01DS6ELBOO8YR3uFJZju566LqiqR18VlE6r',
    name: 'CTR Create Casebook',
    tokenInput: '01E8OQUDV95VA45dnDR0Kzm5HlMxNSnk7HH',
    emptyInput: 'sends-header',
  },
  {
    ...ofCtr,
    id: '01D6KGWC1QCSN7f2tnHrhIHVeZHLKBZubRz',
    name: 'CTR Enrich Observable',
    tokenInput: '01D6KGWYYF5AO1Vmr69KkbEUOLzHfGIsbPr',
  },
  {
    ...ofCtr,
    id: '01DBY5MO9LF981MXZeedBSbaIpOSx3NRF2Q',
    name: 'CTR List Actions',
    tokenInput: '01DBZ4EAOYVFJ0yY3VzkdOSJmyXf0X5OmfZ',
  },
  {
    ...ofCtr,
    id: '01BMYF7PCRLRM3pfYcuM9yYFsKoYBEBO4PK',
    name: 'CTRCheckDeliberateVerdict',
    tokenInput: '01BNHL4AUXTA60OSH5VldUDF7oZlNJRNNcc',
  },
  {
    ...ofCtr,
    id: '01C9F1VJ1I5KH26f860hJC5zDSD33548bYS',
    name: 'CTRInspect',
    tokenInput: '01C9F4PDGN5725qpK8sofdFmV1hrTAcYaGb',
  },
  {
    ...ofV2,
    id: '01KVOGF574Y291CRwQLNB1TtzEHDNwyUx7O',
    name: 'Threat Response v2 - Create Casebook',
    tokenInput: '01KVOGF4J4IG81TQKFjqzLlnFJwiiNwXwSq',
  },
  {
    ...ofV2,
    id: '01KVVWMB2UTRF5uVHVH9DtiT6vgIfnzTdRS',
    name: 'Threat Response v2 - Create Incident',
    tokenInput: '01KVVWMAKJ5X54vaAuNkKq259VyiO5JCeuC',
  },
  {
    ...ofV2,
    id: '01KWID47SRHY30TYWU3BQSFODWA7PVO360x',
    name: 'Threat Response v2 - Create Relationship',
    tokenInput: '01KWID476NLS63mQo7De2Wk9Q1WAJb0dJXe',
  },
  {
    ...ofV2,
    id: '01KWI6XE6K5YD5I6K2wZF5Vp0M9FyXUl34y',
    name: 'Threat Response v2 - Create Sighting',
    tokenInput: '01KWI6XBXCB6Z7FBz7mVAbr2nQMRfJrB9h4',
  },
  {
    ...ofV2,
    id: '01KXGQWLMIDXG563x6DBOvwjfxpH8JrkaRW',
    name: 'Threat Response v2 - Deliberate Observable',
    tokenInput: '01KXGQWL4TDTE02Mxh65PHxstnnK3wTcCF2',
  },
  {
    ...ofV2,
    id: '01LFCW7C2Q1BU6Szjo7JqBWHWPmevmW7uIn',
    name: 'Threat Response v2 - Enrich Observable',
    tokenInput: '01LFCW7BK9SW92Ai5bUZzG2IKUi6lVxRR2Z',
  },
  {
    ...ofV2,
    id: '01KXGKZ0JA96P0p7omD4IdS6zKdw5ECiofU',
    name: 'Threat Response v2 - Inspect for Observables',
    tokenInput: '01KXGKYZX7V1M2gr9pVGA5BZoTbgEQPSzF1',
  },
  {
    ...ofV2,
    id: '01LN1L19T0TV005DmQQel75kxFub6INhKKO',
    name: 'Threat Response v2 - List Response Actions',
    tokenInput: '01LN1L19G5XT05gbSZsyqyvxyRmPMFnqpby',
  },
  {
    ...ofV2,
    id: '01LN6IZE1Z5WH2mlJ3e0EXoRIJbLEQDRYAa',
    name: 'Threat Response v2 - Trigger Response Action',
    tokenInput: '01LN6IZDPTU0109BkPnBB71keB4fGFc6WUF',
  },
  {
    ...ofSystem,
    id: '01PP75X6VPQNK4hKE1XQXIMeIcHrE1khIML',
    name: 'Threat Response - Create Casebook',
    tokenInput: '01PP75X6NM1M46Jjob8LUKg8R3yRRVOvu9q',
    target: 'Private_CTIA_Target',
  },
  {
    ...ofSystem,
    id: '01PP773PI1X3Y1YQWhirIL8Uy40Thd6ND7r',
    name: 'Threat Response - Create Incident',
    tokenInput: '01PP773PC153N1sUPzhFqV9bCbaxsz3yDwH',
    target: 'Private_CTIA_Target',
  },
  {
    ...ofSystem,
    id: '01PP78LW2WNY80aDM6OHNiRu2VPG4BrR8bq',
    name: 'Threat Response - Create Relationship',
    tokenInput: '01PP78LVV8P3X5wkMhrcIXTnToxb6HxuLpk',
    target: 'Private_CTIA_Target',
  },
  {
    ...ofSystem,
    id: '01PP74DHPLES477KZo2MCv9N9Dx5fza9wiU',
    name: 'Threat Response - Create Sighting',
    tokenInput: '01PP74DHJ973W3os2PwE2QF1JBKKZxC18jZ',
    target: 'Private_CTIA_Target',
  },
  {
    ...ofSystem,
    id: '01PP77MLQ4QAG765OwlT0ZDqBzv80HvYuPC',
    name: 'Threat Response - Deliberate Observable',
    tokenInput: '01PP77MLJ2XIE1H3D67PjcsCuGBsKCCBxLI',
    target: 'CTR_API',
  },
  {
    ...ofSystem,
    id: '01PP78TYLE76D6188QkWvzWydNU6L8PtlvS',
    name: 'Threat Response - Enrich Observable',
    tokenInput: '01PP78TYDTV5R5JK6DtYaS5E95bWbZBstS5',
    target: 'CTR_API',
  },
  {
    ...ofSystem,
    id: '01PP7586MYQ913P0nWshTHMU7mQNNFG58Bv',
    name: 'Threat Response - Inspect for Observables',
    tokenInput: '01PP7586F8ITB1sT6OpDzEF79wnWVOJk1N5',
    target: 'CTR_API',
  },
  {
    ...ofSystem,
    id: '01PP74F8V7XK02YLxMMHUqVt4JVetzJhR9D',
    name: 'Threat Response - List Response Actions',
    tokenInput: '01PP74F8NFMVL1nunnh0tHmJ6q93eKENUIo',
    target: 'CTR_API',
  },
  {
    ...ofSystem,
    id: '01YLVB4Q137YN197QLjKu43KQxFy8XAQK61',
    name: 'Threat Response - Search Incidents',
    tokenInput: '01YLVB4QBDLPB22jP88Ty6y4zxshtEM4RkP',
    target: 'Private_CTIA_Target',
  },
  {
    ...ofSystem,
    id: '01PP78A5LQXZA7PavA44Ex35KroriQgIjvH',
    name: 'Threat Response - Trigger Response Action',
    tokenInput: '01PP78A5DV9V56KZdyeivoLTMkTbz5ekKij',
    target: 'CTR_API',
  },
  {
    ...ofCommunity,
    id: '01MFUEYNQDC5Z6PW7crSlwOCUcF5jFQwkwA',
    name: 'Threat Response - Create Judgement',
    tokenInput: '01MFUEYNJ6WSY1BEICtZD8gBWuHGtdmD0hd',
  },
  {
    ...ofCommunity,
    id: '01YHMD63YOR5L6BunBsaNgGSj5Rb94bd9GQ',
    name: 'Threat Response - Get Incident',
    tokenInput: '01YHMD64CNXQA3cXSHu8rmmEdqrWvZlmanI',
  },
  {
    ...ofCommunity,
    id: '01MFT85SORAV93b3M6bjiN5RaFnfJAQJ1ry',
    name: 'Threat Response - Get Judgement',
    tokenInput: '01MFT85SIXBCA27bxcR0n26MJZmFiN9BRa0',
  },
  {
    ...ofCommunity,
    id: '01YG667GMICH047KanJSoExm5DQwUmqUpWJ',
    name: 'Threat Response - Get Sighting',
    tokenInput: '01YG667H2GE250qo2ypypuG3C7NAFIecQz6',
  },
  {
    ...ofCommunity,
    id: '01YG4NMASZDBS5bdSCLBsjFbS5vGo1jU8Lr',
    name: 'Threat Response - Incident Search',
    tokenInput: '01YG4NMB1X5X714ccdyowRtPYNqFFaXlJV1',
  },
  {
    ...ofCommunity,
    id: '01YG5DUMDEP4N5xqaNJoFAgKAWfolLgnBwo',
    name: 'Threat Response - Search Relationship',
    tokenInput: '01YG5DUMP7UGZ2YTHexn733berfN4d0wV1G',
  },
  {
    ...ofCommunity,
    id: '01YM14UX96N2P3aSLUtmzkvrjNxz32OaG0k',
    name: 'Threat Response - Search Relationships',
    tokenInput: '01YM14UXKA0O3792QUgTFOHN8PerrfmSyIr',
    emptyInput: 'unknown',
  },
  {
    ...ofOrbital,
    generation: 'ctr',
    id: '01JGM8XOOZ5J64EWGHln955eAJFIOwmjbZr',
    name: 'Orbital - Query All Endpoints',
    tokenInput: '01JGM8XOCLEYQ14xbtBvSGBBOU8JPkGibyq',
  },
  {
    ...ofOrbital,
    generation: 'v2',
    id: '01F4YGKHBBM2L2SwIZBJ2sKamNjm3QtxeAQ',
    name: 'Orbital - Query Endpoint',
    tokenInput: '01F4YGKGSPVOT0mTZ6DAQYFbZROdb9xnhdU',
  },
  {
    ...ofOrbital,
    generation: 'system',
    id: '01PP74XXLH4JK5RznBkKvbBUhiBqVm0A35C',
    name: 'Orbital - Query All Endpoints',
    tokenInput: '01PP74XXDJFAH5HLlFGbENuXfD77aWNTPrF',
  },
  {
    ...ofOrbital,
    generation: 'system',
    id: '01PQ89Y7GHRYN1Po7FXaw3jvoMHv5VaAlG1',
    name: 'Orbital - Query Endpoint',
    tokenInput: '01PQ89Y78TZDC3GfT8KI2vHAVvZgDEtWRpC',
  },
];
