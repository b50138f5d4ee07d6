import { tokenKeyType } from '../../core/catalog/targets';

/** As the web console calls them. */
const names: Readonly<Partial<Record<string, string>>> = {
  [tokenKeyType]: 'SecureX or XDR Token',
  'runtime_user.web-service_basic_credentials': 'HTTP Basic Authentication',
  'runtime_user.email_credentials': 'Email Credentials',
  'runtime_user.oauth2_azure_graph_credentials': 'OAuth2 Microsoft Graph Credentials',
  'runtime_user.terminal_password_credentials': 'Terminal Password-Based Credentials',
  'runtime_user.terminal_key_credentials': 'Terminal Key-Based Credentials',
  'runtime_user.windows_credentials': 'Microsoft Windows Credentials',
  'runtime_user.meraki_credentials': 'Meraki Credentials',
};

export const basicKeyType = 'runtime_user.web-service_basic_credentials';

export function typeNameOf(type: string | null): string {
  if (type === null) return 'unknown type';
  // A type may be called like what every object has, such as "constructor".
  return (Object.hasOwn(names, type) ? names[type] : undefined) ?? type;
}
