/**
 * Puts percent-encoded values into an address that an administrator entered, such as
 * `https://flows.example/w/${workflow}/runs/${run}`. Only http and https addresses whose host is the administrator's
 * are links; the data source's back end (pkg/query/links) does the same for the links of frames.
 * @returns undefined when there is no address or a value cannot be part of one
 */
export function filledAddress(template: string | undefined, values: Record<string, string>): string | undefined {
  if (template === undefined || template === '') {
    return undefined;
  }
  let address = template;
  let plain = template;
  for (const [name, value] of Object.entries(values)) {
    const place = `\${${name}}`;
    if (!template.includes(place)) {
      continue;
    }
    const encoded = percentEncoded(value);
    if (encoded === undefined) {
      return undefined;
    }
    address = address.replaceAll(place, encoded.replaceAll('$', '$$$$'));
    plain = plain.replaceAll(place, 'x');
  }
  const host = webHost(address);
  return host !== undefined && host === webHost(plain) ? address : undefined;
}

/** Undefined for what browsers read as "this folder" and "the folder above", encoded or not, and for broken characters. */
function percentEncoded(value: string): string | undefined {
  if (value === '' || value === '.' || value === '..') {
    return undefined;
  }
  try {
    return encodeURIComponent(value);
  } catch {
    return undefined;
  }
}

function webHost(address: string): string | undefined {
  try {
    const { protocol, host } = new URL(address);
    return (protocol === 'http:' || protocol === 'https:') && host !== '' ? host : undefined;
  } catch {
    return undefined;
  }
}
