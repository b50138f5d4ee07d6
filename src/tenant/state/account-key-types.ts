import { tokenKeyType } from '../../core/catalog/targets';
import { bothVocabularies, type Vocabulary } from '../../core/vocabulary';

/** As the web console calls them. */
const names: Readonly<Partial<Record<string, string>>> = {
  'runtime_user.web-service_basic_credentials': 'HTTP Basic Authentication',
  'runtime_user.email_credentials': 'Email Credentials',
  'runtime_user.oauth2_azure_graph_credentials': 'OAuth2 Microsoft Graph Credentials',
  'runtime_user.terminal_password_credentials': 'Terminal Password-Based Credentials',
  'runtime_user.terminal_key_credentials': 'Terminal Key-Based Credentials',
  'runtime_user.windows_credentials': 'Microsoft Windows Credentials',
  'runtime_user.meraki_credentials': 'Meraki Credentials',
};

export const basicKeyType = 'runtime_user.web-service_basic_credentials';

export function typeNameOf(type: string | null, { tokenKeyTypeName }: Vocabulary = bothVocabularies): string {
  if (type === null) return 'unknown type';
  if (type === tokenKeyType) return tokenKeyTypeName;
  // A type may be called like what every object has, such as "constructor".
  return (Object.hasOwn(names, type) ? names[type] : undefined) ?? type;
}
