"""The transformer's layers as an ONNX graph with int8 weights.

Weights have one scale per output channel. Activations are quantised token by token, not tensor by
tensor as `onnxruntime.quantization` would: a text then has the same vector in whatever batch it
stands, and the vector is nearer to the unquantised one, for 4 % of the time.
"""

import numpy as np
from onnx import ModelProto, TensorProto, helper, numpy_helper

from sourceWeights import SourceWeights

MICROSOFT = "com.microsoft"

# Longest text in pieces. Attention grows with its square; a passage of news has 38, a long quote 150.
LONGEST_TEXT = 256


class GraphBuilder:
    """Collects nodes and constants; a node's only output bears the node's name."""

    def __init__(self) -> None:
        self.nodes: list = []
        self.constants: list = []

    def constant(self, name: str, values: np.ndarray) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, kind: str, inputs: list[str], name: str, domain: str = "", **attributes) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, domain=domain, **attributes))
        return name


def layers_graph(source: SourceWeights) -> ModelProto:
    """embeddings [texts, pieces, width], mask [texts, 1, 1, pieces] → hidden [texts, pieces, width]."""
    graph = GraphBuilder()
    add_shared_constants(graph, source)
    x = add_embedding(graph, source)
    for layer in range(source.layers):
        x = add_layer(graph, source, f"l{layer}.", x)
    graph.node("Reshape", [x, "outputShape"], "hidden")
    width = source.width
    inputs = [
        helper.make_tensor_value_info("embeddings", TensorProto.FLOAT, ["texts", "pieces", width]),
        helper.make_tensor_value_info("mask", TensorProto.FLOAT, ["texts", 1, 1, "pieces"]),
    ]
    output = helper.make_tensor_value_info("hidden", TensorProto.FLOAT, ["texts", "pieces", width])
    made = helper.make_graph(graph.nodes, "layers", inputs, [output], graph.constants)
    opsets = [helper.make_opsetid("", 20), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(made, opset_imports=opsets, ir_version=9, producer_name="second-source")


def add_shared_constants(graph: GraphBuilder, source: SourceWeights) -> None:
    head = source.width // source.heads
    graph.constant("perStep", np.float32(1 / 127))
    graph.constant("one", np.float32(1))
    graph.constant("middle", np.uint8(128))
    graph.constant("middleRow", np.array([128], np.uint8))
    graph.constant("last", np.array([-1], np.int64))
    graph.constant("zero", np.array([0], np.int64))
    graph.constant("tokens", np.array([-1, source.width], np.int64))
    graph.constant("headScale", np.float32(head**-0.5))
    graph.constant("heads", np.array([3 * source.heads, head], np.int64))
    graph.constant("width", np.array([source.width], np.int64))


def add_embedding(graph: GraphBuilder, source: SourceWeights) -> str:
    width = source.width
    positions = source.floats("emb.pos").reshape(-1, width)[:LONGEST_TEXT]
    graph.constant("positions", positions + source.floats("emb.type")[:width])
    graph.node("Shape", ["embeddings"], "length", start=1, end=2)
    graph.node("Shape", ["embeddings"], "textsAndPieces", start=0, end=2)
    graph.node("Concat", ["textsAndPieces", "heads"], "headShape", axis=0)
    graph.node("Concat", ["textsAndPieces", "width"], "outputShape", axis=0)
    graph.node("Slice", ["positions", "zero", "length", "zero"], "usedPositions")
    graph.node("Add", ["embeddings", "usedPositions"], "placed")
    graph.node("Reshape", ["placed", "tokens"], "rows")
    graph.constant("embedding.scale", source.floats("emb.ln.w"))
    graph.constant("embedding.bias", source.floats("emb.ln.b"))
    return graph.node(
        "LayerNormalization",
        ["rows", "embedding.scale", "embedding.bias"],
        "embedded",
        axis=-1,
        epsilon=source.epsilon,
    )


def add_layer(graph: GraphBuilder, source: SourceWeights, layer: str, x: str) -> str:
    attended = add_attention(graph, source, layer, x)
    projected = add_linear(graph, source, layer + "ao", [layer + "ao"], attended, source.width)
    x = add_residual(graph, source, layer, "aln", x, projected, source.floats(layer + "ao.b"))
    widened = add_linear(graph, source, layer + "fi", [layer + "fi"], x, source.width)
    graph.constant(layer + "fi.bias", source.floats(layer + "fi.b"))
    active = graph.node("BiasGelu", [widened, layer + "fi.bias"], layer + "active", MICROSOFT)
    narrowed = add_linear(graph, source, layer + "fo", [layer + "fo"], active, source.inner)
    return add_residual(graph, source, layer, "oln", x, narrowed, source.floats(layer + "fo.b"))


def add_attention(graph: GraphBuilder, source: SourceWeights, layer: str, x: str) -> str:
    names = [layer + part for part in "qkv"]
    bias = np.concatenate([source.floats(name + ".b") for name in names])
    graph.constant(layer + "qkv.bias", bias)
    linear = add_linear(graph, source, layer + "qkv", names, x, source.width)
    biased = graph.node("Add", [linear, layer + "qkv.bias"], layer + "qkv.biased")
    shaped = graph.node("Reshape", [biased, "headShape"], layer + "qkv.shaped")
    turned = graph.node("Transpose", [shaped], layer + "qkv.turned", perm=[0, 2, 1, 3])
    parts = [layer + part for part in ("query", "key", "value")]
    graph.nodes.append(
        helper.make_node("Split", [turned], parts, name=layer + "split", axis=1, num_outputs=3)
    )
    query, key, value = parts
    scaled = graph.node("Mul", [query, "headScale"], layer + "scaled")
    keys = graph.node("Transpose", [key], layer + "keys", perm=[0, 1, 3, 2])
    likeness = graph.node("MatMul", [scaled, keys], layer + "likeness")
    masked = graph.node("Add", [likeness, "mask"], layer + "masked")
    weights = graph.node("Softmax", [masked], layer + "weights", axis=-1)
    mixed = graph.node("MatMul", [weights, value], layer + "mixed")
    back = graph.node("Transpose", [mixed], layer + "mixed.turned", perm=[0, 2, 1, 3])
    return graph.node("Reshape", [back, "tokens"], layer + "attended")


def add_linear(
    graph: GraphBuilder, source: SourceWeights, name: str, parts: list[str], x: str, width: int
) -> str:
    """x times the weights of all parts, without bias; both sides int8."""
    weights = np.concatenate([source.matrix(part + ".w", width) for part in parts])
    scales = (np.abs(weights).max(axis=1) / np.float32(127)).astype(np.float32)
    whole = np.rint(weights / scales[:, None]).clip(-127, 127).astype(np.int8)
    graph.constant(name + ".weights", whole.T)
    graph.constant(name + ".scales", scales)
    size = graph.node("Abs", [x], name + ".size")
    largest = graph.node("ReduceMax", [size, "last"], name + ".largest", keepdims=0)
    step = graph.node("Mul", [largest, "perStep"], name + ".step")
    rows = graph.node("Shape", [step], name + ".rows")
    middles = graph.node("Expand", ["middleRow", rows], name + ".middles")
    quantised = graph.node("QuantizeLinear", [x, step, middles], name + ".quantised", axis=0)
    product = graph.node(
        "MatMulIntegerToFloat",
        [quantised, name + ".weights", "one", name + ".scales", "middle"],
        name + ".product",
        MICROSOFT,
    )
    column = graph.node("Unsqueeze", [step, "last"], name + ".column")
    return graph.node("Mul", [product, column], name + ".scaled")


def add_residual(
    graph: GraphBuilder, source: SourceWeights, layer: str, norm: str, x: str, added: str, bias: np.ndarray
) -> str:
    name = layer + norm
    graph.constant(name + ".scale", source.floats(name + ".w"))
    graph.constant(name + ".shift", source.floats(name + ".b"))
    graph.constant(name + ".added", bias)
    return graph.node(
        "SkipLayerNormalization",
        [x, added, name + ".scale", name + ".shift", name + ".added"],
        name,
        MICROSOFT,
        epsilon=source.epsilon,
    )
