/**
 * Which system atomic took the place of a retired one, and what became of each input and output: as seen in Cisco's own
 * replacement of September 2021, in versions of the same workflow before and after, contradicted by none. Ids are
 * Cisco's, without their type prefix. What is not listed has no known counterpart.
 */
export interface Successor {
  readonly id: string;
  /** The new id of each input. */
  readonly inputs: Counterparts;
  /** Inputs that were empty in every version: that the counterpart holds the same is proven for an empty one only. */
  readonly emptyInputs: Counterparts;
  /** The new id of each output. */
  readonly outputs: Counterparts;
}

type Counterparts = ReadonlyMap<string, string>;

const none: Counterparts = new Map();

/** By the id of the retired atomic. */
export const successors: ReadonlyMap<string, Successor> = new Map<string, Successor>([
  // CTRGenerateAccessToken
  [
    '01779LB6MV0P02kvka9TGV5cEam84NrCTy4',
    {
      id: '01PP75S3LTBW4420OZU3rdHWKHFnE6aC7yH',
      inputs: none,
      emptyInputs: none,
      outputs: new Map([['01BNOOXA3G6MV1PGAvsfZOKDdMYcE6XS726', '01PP75S3G7CJY6WAQr2IJC7qga2SIoE09gQ']]),
    },
  ],
  // Threat Response v2 - Generate Access Token
  [
    '01KWJ2ISZTF2V6ibRYe7FZ7sOuycDOpnwss',
    {
      id: '01PP75S3LTBW4420OZU3rdHWKHFnE6aC7yH',
      inputs: none,
      emptyInputs: none,
      outputs: new Map([['01KWJ2ISHZ9753Hoi7x9S5EPpucAbm53HHF', '01PP75S3G7CJY6WAQr2IJC7qga2SIoE09gQ']]),
    },
  ],
  // CTR Create Casebook
  [
    '01DS6ELBOO8YR3uFJZju566LqiqR18VlE6r',
    {
      id: '01PP75X6VPQNK4hKE1XQXIMeIcHrE1khIML',
      inputs: new Map([
        ['01E8OQUDV95VA45dnDR0Kzm5HlMxNSnk7HH', '01PP75X6NM1M46Jjob8LUKg8R3yRRVOvu9q'],
        ['01FI7JJEVXRFA5s9maRdVwlqV7ENc6KhST2', '01PP75X6NM4123PBwUedJ5QqeBr8G1sefjQ'],
        ['01FI7NA9QZI9I46crflRbf7I6zIfajxuHrX', '01PP75X6NM0AY6YDlJckkMg6hCbMEMGO72O'],
      ]),
      emptyInputs: none,
      outputs: none,
    },
  ],
  // CTR List Actions
  [
    '01DBY5MO9LF981MXZeedBSbaIpOSx3NRF2Q',
    {
      id: '01PP74F8V7XK02YLxMMHUqVt4JVetzJhR9D',
      inputs: new Map([
        ['01DBYEK861JR84w4pjFDDI1bkoc1GoFxUzy', '01PP74F8NFTHL23oJ81CQyQ3RzEdWnabkIB'],
        ['01DBYF0AOVGVR20gz1OEgDx7i2Y2lnrr4mT', '01PP74F8NFSAR6gmDctGdu1ipiminc8zxQ9'],
        ['01DBZ4EAOYVFJ0yY3VzkdOSJmyXf0X5OmfZ', '01PP74F8NFMVL1nunnh0tHmJ6q93eKENUIo'],
      ]),
      emptyInputs: none,
      outputs: new Map([['01DBYDZ93SS5K4rAnOFkPjegb7K8ChItJMS', '01PP74F8NFQWX7VN6IXaZIyIoHTzy3tJDxa']]),
    },
  ],
  // Threat Response v2 - Create Casebook
  [
    '01KVOGF574Y291CRwQLNB1TtzEHDNwyUx7O',
    {
      id: '01PP75X6VPQNK4hKE1XQXIMeIcHrE1khIML',
      inputs: new Map([
        ['01KVOGF4J481T6SCd7uh5fW7n47Q712nleJ', '01PP75X6NM0AY6YDlJckkMg6hCbMEMGO72O'],
        ['01KVOGF4J4FZC0jmaR42b1FbIzVZA19KbYL', '01PP75X6NM7FE4BmQ3AKIykyWFDSV9umy02'],
        ['01KVOGF4J4IG81TQKFjqzLlnFJwiiNwXwSq', '01PP75X6NM1M46Jjob8LUKg8R3yRRVOvu9q'],
        ['01KVOGF4J4JL52xC9ZXdjYwHt2SvRYkArli', '01PP75X6NM4123PBwUedJ5QqeBr8G1sefjQ'],
        ['01KVOMXV9ERSV0M9j1WarflgSG8r5SpZ8b5', '01PP75X6NM54W5qTbpCb1h6bTTrp7eFQjaq'],
        ['01LFBYQJV9FZA2THdEQrMftLyGiiHP65nUq', '01PP75X6NM2V27Or3EssfIABNZiE45Ddziu'],
      ]),
      emptyInputs: none,
      outputs: new Map([
        ['01LQB3XURV3CD6Girik0OfXDWL0RV2MiDK9', '01PP75X6NLWYO1BiZbBFEXJyqmmfiQcqId3'],
        ['01KVOGF4J4HBH1AEO1b5YnhSpqUnFihUeXS', '01PP75X6NM6A27cUzf6oC7zeZQTz0YxT8J0'],
      ]),
    },
  ],
  // Threat Response v2 - Create Incident
  [
    '01KVVWMB2UTRF5uVHVH9DtiT6vgIfnzTdRS',
    {
      id: '01PP773PI1X3Y1YQWhirIL8Uy40Thd6ND7r',
      inputs: new Map([
        ['01KVVWMAKJ5X54vaAuNkKq259VyiO5JCeuC', '01PP773PC153N1sUPzhFqV9bCbaxsz3yDwH'],
        ['01KVVWMAKJ9HX4TuMb2g74UqzpRLRxjwlwm', '01PP773PC1DZZ2rpbgvgD3IRrMsngkGxWkK'],
        ['01KVVWMAKJBSF1Fxv8uLSCRGpOJCxkue4OH', '01PP773PC19C57fpPyxEFzuX0kP8dAqdVoQ'],
        ['01KWIVDCZ7VJU1t9jPK4nZnnwHqnllu7dJm', '01PP773PC1ALV47FYVyDKQsPCuKzTZwYeyv'],
        ['01KWIVQVGZKUC0vUPbm3oCvqsYVV036tieP', '01PP773PC1G7V6ZMj5IyCTQcEPiVhQm1fYO'],
        ['01LFBWLGJNHPS450Wh1dwGf1Xqot6KHUTwY', '01PP773PC1F547IibuvGX89UFFJE9ZNlHgb'],
      ]),
      emptyInputs: none,
      outputs: new Map([
        ['01LQB1IH60ROO1jxW6qZj3vj88GYE6CdpUH', '01PP773PC1CVM3SzJJrvuZfEsO3Nbw7IO7S'],
        ['01KVVWMAKJDWL0w7z086xbnRNZMwGcpxweP', '01PP773PC1BPV1bDuA5gxMPKC5vx4EJTYXw'],
      ]),
    },
  ],
  // Threat Response v2 - Create Relationship
  [
    '01KWID47SRHY30TYWU3BQSFODWA7PVO360x',
    {
      id: '01PP78LW2WNY80aDM6OHNiRu2VPG4BrR8bq',
      inputs: new Map([
        ['01KWID476NLS63mQo7De2Wk9Q1WAJb0dJXe', '01PP78LVV8P3X5wkMhrcIXTnToxb6HxuLpk'],
        ['01KWID476NNBL4xUNZ1ze05KmIr6MTOd2tf', '01PP78LVV8V4B28e1wJKo9WReVhIZ3bvM6f'],
        ['01KWID476NOW27YCzfBvT6jlpfoo4jDNQoS', '01PP78LVV8RLZ02Yzy68Uz59X8kInnUomdU'],
        ['01KWIOPHDZHRM2nxENJ5E3iBUjDizSHzujd', '01PP78LVV8JKR6NKKuym8RA2VYFgUJrR4qU'],
        ['01KWIP24K2A5P6ag8merXYIrzb5KHnOSzU3', '01PP78LVV8SVF31gxGXEVhu26vewW98cJxO'],
        ['01LFBZWJ98ZH426APtwKiW7OM9nNQMfT7IA', '01PP78LVV8QB314gJIqe5PQHoWnRTMtwhK4'],
      ]),
      emptyInputs: new Map([['01KWID476NRV53BPxHqiyGzSy3hiS50IIYt', '01PP78LVV8NS94TRyx07G3ajwZ5eE5oWZ36']]),
      outputs: none,
    },
  ],
  // Threat Response v2 - Create Sighting
  [
    '01KWI6XE6K5YD5I6K2wZF5Vp0M9FyXUl34y',
    {
      id: '01PP74DHPLES477KZo2MCv9N9Dx5fza9wiU',
      inputs: new Map([
        ['01KWI6XBXC36X5fDp4P3C4W39e3ii12zcYI', '01PP74DHJ95XG4OD0Oerb03wh756BfcC48H'],
        ['01KWI6XBXC8MT4PhPchVEzUFUYhgJ5L37zI', '01PP74DHJ98JF0qum4O6sDBuhh4xcV7c0pE'],
        ['01KWI6XBXCB6Z7FBz7mVAbr2nQMRfJrB9h4', '01PP74DHJ973W3os2PwE2QF1JBKKZxC18jZ'],
        ['01KWI8HQQALI75l9Rdg4OpEokFpKs35ZysU', '01PP74DHJ8XU51NVPLntEun5tp9o8KR83zJ'],
        ['01KWI98GQEUY83GabUEPdfqY7XaeitLae2F', '01PP74DHJ913T5hOMl3EkIZtk7LiiQ2y1lv'],
        ['01KWIBOK8V9E16FTFfn7IAUK0P0mHgXZrGT', '01PP74DHJ93KY4W3oJh8Fg8G0FtZvIcWRnn'],
        ['01KWIYHA5ADVS34NX0EPNpeSYNtUj522l8P', '01PP74DHJ94QR7IwrK8FFJ7w9dF90hOhQPJ'],
        ['01LFBXTCC6NTI4FkW9IYQZb6HAYE8EtHfl7', '01PP74DHJ99R34tbMy9eetTEbaLfWVGscCW'],
      ]),
      emptyInputs: none,
      outputs: new Map([['01KWI6XBXCA122ks58vY1MiMR3fTMolsjyC', '01PP74DHJ92FH4K1jCaTCFvVKlkim02lhCn']]),
    },
  ],
  // Threat Response v2 - Deliberate Observable
  [
    '01KXGQWLMIDXG563x6DBOvwjfxpH8JrkaRW',
    {
      id: '01PP77MLQ4QAG765OwlT0ZDqBzv80HvYuPC',
      inputs: new Map([
        ['01KXGQWL4TDTE02Mxh65PHxstnnK3wTcCF2', '01PP77MLJ2XIE1H3D67PjcsCuGBsKCCBxLI'],
        ['01KXGQWL4THYI5hexa4Ip4LW0UZIJhk4ejv', '01PP77MLJ2S465LuOvU8mlP8mbbcgy9uTXN'],
        ['01KXGQWL4TLPV5NbUAlHHHQUcco57lEijh9', '01PP77MLJ2ZVU1C4VxEfKYh2tlFk9iTx69p'],
      ]),
      emptyInputs: none,
      outputs: new Map([['01KXGQWL4TJCC2W33mfqnp8bURFArcu7cRR', '01PP77MLJ2W9N3jUUa3J6gIRy7Dydhs937R']]),
    },
  ],
  // Threat Response v2 - Enrich Observable
  [
    '01LFCW7C2Q1BU6Szjo7JqBWHWPmevmW7uIn',
    {
      id: '01PP78TYLE76D6188QkWvzWydNU6L8PtlvS',
      inputs: new Map([
        ['01LFCW7BK9JWU2I0o0vdWjBcKeGI9cTXwLT', '01PP78TYDTTUQ6Qtv47uK5sgOFSbJ4b4Cno'],
        ['01LFCW7BK9RRM61vI2vN9AXklLnXrOFOSdu', '01PP78TYDTQ2L5AWh7XpLPkXldkBYssq6SC'],
        ['01LFCW7BK9SW92Ai5bUZzG2IKUi6lVxRR2Z', '01PP78TYDTV5R5JK6DtYaS5E95bWbZBstS5'],
      ]),
      emptyInputs: none,
      outputs: new Map([['01LFCW7BK9PHR4US5QvFoxwf05w5gnBzrNU', '01PP78TYDTWG01QGHDq5uwDKdvEqS9CdcYg']]),
    },
  ],
  // Threat Response v2 - Inspect for Observables
  [
    '01KXGKZ0JA96P0p7omD4IdS6zKdw5ECiofU',
    {
      id: '01PP7586MYQ913P0nWshTHMU7mQNNFG58Bv',
      inputs: new Map([
        ['01KXGKYZX7V1M2gr9pVGA5BZoTbgEQPSzF1', '01PP7586F8ITB1sT6OpDzEF79wnWVOJk1N5'],
        ['01KXGKYZX7ZLN1hoeZeh7hwWyjoEUkSJCbg', '01PP7586F8MQB2tFYbNgQC7xGbC7ZoXrOxR'],
      ]),
      emptyInputs: none,
      outputs: new Map([['01KXGKYZX80T50ocjT0xlIvdikhoR0AGB5u', '01PP7586F8O067JBDnBPz8ZD5XctKNSenEX']]),
    },
  ],
  // Threat Response v2 - List Response Actions
  [
    '01LN1L19T0TV005DmQQel75kxFub6INhKKO',
    {
      id: '01PP74F8V7XK02YLxMMHUqVt4JVetzJhR9D',
      inputs: new Map([
        ['01LN1L19G5QMY2si62lBJsZOMzQiYNcFavH', '01PP74F8NFSAR6gmDctGdu1ipiminc8zxQ9'],
        ['01LN1L19G5XT05gbSZsyqyvxyRmPMFnqpby', '01PP74F8NFMVL1nunnh0tHmJ6q93eKENUIo'],
        ['01LN1L19G62JF0LmmycxXMXAJRAwme5cfSX', '01PP74F8NFTHL23oJ81CQyQ3RzEdWnabkIB'],
      ]),
      emptyInputs: none,
      outputs: new Map([['01LN1L19G61AZ0FyrfzhxbvHZKX33SMiztz', '01PP74F8NFQWX7VN6IXaZIyIoHTzy3tJDxa']]),
    },
  ],
  // Threat Response v2 - Trigger Response Action
  [
    '01LN6IZE1Z5WH2mlJ3e0EXoRIJbLEQDRYAa',
    {
      id: '01PP78A5LQXZA7PavA44Ex35KroriQgIjvH',
      inputs: new Map([
        ['01LN6IZDPTNMB5pRSd3ZMzyhwlTbZP48rTX', '01PP78A5DVEZD4w3lMF930OCo7g09iIEXaA'],
        ['01LN6IZDPTRLB7U1KoVCDGKUILR1skREG7m', '01PP78A5DVG8Z4DyPKNPwN8vRnZZjPMX6Kv'],
        ['01LN6IZDPTU0109BkPnBB71keB4fGFc6WUF', '01PP78A5DV9V56KZdyeivoLTMkTbz5ekKij'],
        ['01LN6M2W5VH7T23pKBE2H7GaOM4Q1t3GHHt', '01PP78A5DVHGO154mbjdWl8LrFNbWQh1BLW'],
        ['01LN6MA1TB57N3Sg3a3cljrZjle2Uh86FdZ', '01PP78A5DVINP4cS0HN9ZngNtE0GuQBPVBv'],
      ]),
      emptyInputs: none,
      outputs: none,
    },
  ],
  // Orbital - Query All Endpoints
  [
    '01JGM8XOOZ5J64EWGHln955eAJFIOwmjbZr',
    {
      id: '01PP74XXLH4JK5RznBkKvbBUhiBqVm0A35C',
      inputs: new Map([
        ['01JGM8XOCL3992k7Wt6FuiBlIzEIMI6V8y5', '01PP74XXDJ95H0lvwlcEnTPXWXQgvbbTKe6'],
        ['01JGM8XOCL8NJ2QcI1lUMksO4uAjPZAoglR', '01PP74XXDJAL33MsBJCm3Iptr9I5iu7pLvI'],
        ['01JGM8XOCLCNK4sWmmEChXZug28aJ9QANdy', '01PP74XXDJ6I02lUbtpjEKbDd7y0gpOYS4y'],
        ['01JGM8XOCLEYQ14xbtBvSGBBOU8JPkGibyq', '01PP74XXDJFAH5HLlFGbENuXfD77aWNTPrF'],
        ['01JGM8XOCLKTJ3rIoOhQoYD6yS9xhkRIIer', '01PP74XXDJGFR2b0QKga75DJjqwiX0K9Nbt'],
      ]),
      emptyInputs: none,
      outputs: new Map([['01JGM8XOCLJR95aRiy0KBGi0AdBneH5tZ9g', '01PP74XXDJBRP6hhz6uRRyhmvLv1NKZQnt9']]),
    },
  ],
  // Orbital - Query Endpoint
  [
    '01F4YGKHBBM2L2SwIZBJ2sKamNjm3QtxeAQ',
    {
      id: '01PQ89Y7GHRYN1Po7FXaw3jvoMHv5VaAlG1',
      inputs: new Map([
        ['01F4YGKGSPVOT0mTZ6DAQYFbZROdb9xnhdU', '01PQ89Y78TZDC3GfT8KI2vHAVvZgDEtWRpC'],
        ['01F4YGKGSPWTB4YpUnQ0yxhqhW0mK5GRc8M', '01PQ89Y78TS3M5dh6fdlDmbg7Le3dYWSgik'],
        ['01F4YGKGSQ0CV4Aoqb5dI0cE4BnX2d363Q6', '01PQ89Y78TNHZ1ejIRsg03CgWYqamCUu6fr'],
        ['01F5OLF57L9ZO3EqIUyCbALqlT8zl1g2Ewx', '01PQ89Y78TVI01vdmVFTvVgvkyDjRy3dqcR'],
        ['01F5OPGZKY45B6qt4GZaTWFCQgeubkvxetW', '01PQ89Y78TFQW6l81VWArKdsXi6aTo6ttQ0'],
        ['01F5OQ33Z1FYY6EU9WApPObYDLrXazVhrX6', '01PQ89Y78TJW122COMKV4v5IaRfd0rHmKya'],
        ['01FBQGUI51HH37Ch8QLjCXWxN0bdvHzSslk', '01PQ89Y78TUBI7FD5G2DozkMtabDoLrOKty'],
      ]),
      emptyInputs: new Map([
        ['01F4YGKGSPQ4R0cp29F0OqpDcXkjpph7LCH', '01PQ89Y78TL4S4gpTXEcizKNehfpT57GFfH'],
        ['01F4YGKGSPZ6U1aJjRQVdPZLfGTDaKUp6aj', '01PQ89Y78TQXF6sxdOzpuMy2ywJ5cfMO7tJ'],
        ['01F4YGKGSQ1G12UKXH09WJ1SniEvSl5Mvix', '01PQ89Y78TT7A5llxo9E9lASXTaGfke42en'],
        ['01F6IYTZNLX4G5pSwr6DIkCQrikF0bhHcja', '01PQ89Y78TWRE5UDFeOBcXf0IXKBD4SMiNb'],
      ]),
      outputs: new Map([
        ['01F5OSESTCNL41t7B4dSqwlfkGWkwUTNGdb', '01PQ89Y78TPSC43P8fu58IulWhGduqgaJs1'],
        ['01F4YGKGSPY0H5OSKV2ZRiPyAFZ7x1joTkK', '01PQ89Y78TOO45sTqV1zHz0gwOhAVGuospK'],
      ]),
    },
  ],
]);
