import { defaultConfiguration, type Configuration, type LanguageServiceHost } from '../core/host';
import type { LanguageService } from '../core/language-service';
import type { Io } from './io';

/** How a command gets its language service; tests hand in their own. */
export type ServiceFactory = (host: LanguageServiceHost) => LanguageService;

export function nodeHost(configuration: Partial<Configuration>, io: Io): LanguageServiceHost {
  const whole = { ...defaultConfiguration, ...configuration };
  return {
    configuration: () => whole,
    ...(io.debug ? { log: (level, message) => void io.stderr.write(`${level}: ${message}\n`) } : {}),
  };
}
