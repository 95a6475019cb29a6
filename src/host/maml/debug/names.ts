// The debugger's names in the manifest and in addresses.

export const DEBUG_TYPE = 'maml';
export const LISTING_SCHEME = 'maml-listing';
export const LISTING_LANGUAGE = 'maml-listing';
