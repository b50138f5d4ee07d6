interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: unknown;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Operation {
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

/** As much of an OpenAPI document as the API's subset needs: references, types, required and declared names. */
export class OpenApi {
  readonly #paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly #schemas: Readonly<Record<string, Schema>>;

  constructor(document: unknown) {
    const { paths, components } = document as {
      readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
      readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
    };
    this.#paths = paths;
    this.#schemas = components.schemas;
  }

  /** What is wrong with an answer, a line each. */
  answerProblems(method: string, path: string, status: number, body: unknown): string[] {
    const content = this.#operation(method, path).responses[String(status)];
    if (content === undefined) return [`${method} ${path}: ${status} is not declared`];
    return this.#contentProblems(content, body);
  }

  requestProblems(method: string, path: string, body: unknown): string[] {
    return this.#contentProblems(this.#operation(method, path).requestBody ?? {}, body);
  }

  #operation(method: string, path: string): Operation {
    const operation = this.#paths[path]?.[method.toLowerCase()];
    if (operation === undefined) throw new Error(`${method} ${path} is not declared.`);
    return operation;
  }

  #contentProblems({ content }: Content, body: unknown): string[] {
    const schema = content?.['application/json']?.schema;
    return schema === undefined ? [] : this.#problems(schema, body, '$');
  }

  #problems(schema: Schema, value: unknown, at: string): string[] {
    if (schema.$ref !== undefined) {
      const name = schema.$ref.slice('#/components/schemas/'.length);
      const target = this.#schemas[name];
      return target === undefined ? [`${at}: no schema ${name}`] : this.#problems(target, value, at);
    }
    if (schema.type !== undefined && !isOfType(schema.type, value)) return [`${at}: not of type ${schema.type}`];
    if (Array.isArray(value)) {
      return value.flatMap((item, index) => this.#problems(schema.items ?? {}, item, `${at}[${index}]`));
    }
    return typeof value === 'object' && value !== null ? this.#nameProblems(schema, value, at) : [];
  }

  #nameProblems(schema: Schema, value: object, at: string): string[] {
    const missing = (schema.required ?? []).filter((name) => !Object.hasOwn(value, name));
    const held = Object.entries(value).flatMap(([name, held]) => {
      const declared = schema.properties?.[name];
      if (declared !== undefined) return this.#problems(declared, held, `${at}.${name}`);
      // Stricter than the standard: a name that the document does not know is most likely a slip of ours.
      return schema.properties !== undefined && schema.additionalProperties === undefined
        ? [`${at}.${name}: not declared`]
        : [];
    });
    return [...missing.map((name) => `${at}.${name}: missing`), ...held];
  }
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}
