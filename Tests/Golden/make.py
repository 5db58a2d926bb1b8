"""Writes engine.json: what PyTorch computes in float64 for two small networks.

    python3 Tests/Golden/make.py

For each network: inputs, labels, weights, the cross-entropy over the active outputs, its gradient, a
Hessian-vector product, and the weights after steps 1, 2 and 10 of each optimiser, the loss before
every step included. Weights are one vector in the order of `MLP.layout`, matrices as [in, out].
"""

import json
import pathlib

import torch

SIZES = [5, 7, 6, 4]
SAMPLES = 8
KEPT_STEPS = (1, 2, 10)
OPTIMIZERS = {
    "SGD": (torch.optim.SGD, {"lr": 0.1}),
    "momentum": (torch.optim.SGD, {"lr": 0.05, "momentum": 0.9}),
    "AdaGrad": (torch.optim.Adagrad, {"lr": 0.05, "eps": 1e-10}),
    "RMSProp": (torch.optim.RMSprop, {"lr": 0.005, "alpha": 0.99, "eps": 1e-8}),
    "Adam": (torch.optim.Adam, {"lr": 0.01, "betas": (0.9, 0.999), "eps": 1e-8}),
}


def scores(x, theta, activation):
    offset = 0
    for layer, (fan_in, fan_out) in enumerate(zip(SIZES, SIZES[1:])):
        weight = theta[offset : offset + fan_in * fan_out].reshape(fan_in, fan_out)
        offset += fan_in * fan_out
        bias = theta[offset : offset + fan_out]
        offset += fan_out
        x = x @ weight + bias
        if layer < len(SIZES) - 2:
            x = activation(x)
    return x


def case(name, activation, active, seed):
    torch.manual_seed(seed)
    count = sum(i * o + o for i, o in zip(SIZES, SIZES[1:]))
    theta = torch.randn(count) * 0.5
    x = torch.randn(SAMPLES, SIZES[0])
    vector = torch.randn(count)
    first, last = active
    labels = torch.randint(first, last, (SAMPLES,))

    def loss(theta):
        logits = scores(x, theta, activation)[:, first:last]
        return torch.nn.functional.cross_entropy(logits, labels - first)

    leaf = theta.clone().requires_grad_()
    value = loss(leaf)
    (gradient,) = torch.autograd.grad(value, leaf, create_graph=True)
    (product,) = torch.autograd.grad(gradient @ vector, leaf)
    return {
        "activation": name,
        "active": list(active),
        "inputs": x.flatten().tolist(),
        "labels": labels.tolist(),
        "theta": theta.tolist(),
        "vector": vector.tolist(),
        "loss": value.item(),
        "gradient": gradient.tolist(),
        "hessianVector": product.tolist(),
        "optimizers": {n: steps(loss, theta, *o) for n, o in OPTIMIZERS.items()},
    }


def steps(loss, theta, kind, settings):
    leaf = theta.clone().requires_grad_()
    optimizer = kind([leaf], **settings)
    losses, weights = [], {}
    for step in range(1, max(KEPT_STEPS) + 1):
        optimizer.zero_grad()
        value = loss(leaf)
        value.backward()
        optimizer.step()
        losses.append(value.item())
        if step in KEPT_STEPS:
            weights[str(step)] = leaf.detach().tolist()
    return {"losses": losses, "weights": weights}


if __name__ == "__main__":
    torch.set_default_dtype(torch.float64)
    golden = {
        "torch": torch.__version__.split("+")[0],
        "sizes": SIZES,
        "cases": [
            case("tanh", torch.tanh, (0, 4), seed=1),
            case("relu", torch.relu, (1, 4), seed=2),
        ],
    }
    path = pathlib.Path(__file__).with_name("engine.json")
    path.write_text(json.dumps(golden, separators=(",", ":")) + "\n")
    print(f"{path}: {path.stat().st_size} bytes")
