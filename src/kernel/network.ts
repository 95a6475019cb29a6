/**
 * The table that describes a network to the kernel, and where a pass keeps its values.
 *
 * All widths are padded to a multiple of 4 numbers and all row counts to an even number, with zeros, so that no loop has a tail. The
 * table is a run of i32: activation, loss, number of layers, then eight words per layer. Offsets are in bytes.
 */

export const RELU: i32 = 0;
export const SQUARED: i32 = 0;

export function activationOf(net: usize): i32 {
  return load<i32>(net);
}

export function lossOf(net: usize): i32 {
  return load<i32>(net, 4);
}

export function layerCount(net: usize): i32 {
  return load<i32>(net, 8);
}

export function layerAt(net: usize, l: i32): usize {
  return net + 16 + ((<usize>l) << 5);
}

/** Rows of the weight matrix, and stride of the layer's input in numbers: inputs as they are, hidden widths padded. */
export function inWidth(layer: usize): i32 {
  return load<i32>(layer);
}

/** Padded output width. */
export function outWidth(layer: usize): i32 {
  return load<i32>(layer, 4);
}

/** Output width without padding. */
export function outCount(layer: usize): i32 {
  return load<i32>(layer, 8);
}

export function weightOffset(layer: usize): usize {
  return <usize>load<i32>(layer, 12);
}

export function biasOffset(layer: usize): usize {
  return <usize>load<i32>(layer, 16);
}

/** Numbers per row and fixed bytes that a pass keeps for the layers below this one. */
function passStart(layer: usize, rows: i32): usize {
  return <usize>load<i32>(layer, 20) * <usize>rows + <usize>load<i32>(layer, 24);
}

/** a_l = σ(z_l), [rows × out]; z_l itself in the last layer. */
export function outputOf(pass: usize, layer: usize, rows: i32): usize {
  return pass + passStart(layer, rows);
}

/** δ_l = ∂L/∂z_l, [rows × out]. */
export function errorOf(pass: usize, layer: usize, rows: i32): usize {
  return outputOf(pass, layer, rows) + ((<usize>(rows * outWidth(layer))) << 2);
}

/** ∂L/∂a_l of a hidden layer, softmax of the last, [rows × out]. */
export function extraOf(pass: usize, layer: usize, rows: i32): usize {
  return outputOf(pass, layer, rows) + ((<usize>(rows * outWidth(layer))) << 3);
}

/** W_lᵀ without padding rows, [outCount × in]. */
export function transposedOf(pass: usize, layer: usize, rows: i32): usize {
  return outputOf(pass, layer, rows) + <usize>(rows * outWidth(layer)) * 12;
}
