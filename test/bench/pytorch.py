"""Answers the bench: one JSON request per line on stdin, one JSON answer per line on stdout. Runs on one thread, like the others."""
import json
import sys
import time

import torch
from torch import nn

try:
    from functorch import grad, vmap
except ImportError:
    from torch.func import grad, vmap

torch.set_num_threads(1)


def sample(tasks, shots):
    amplitude = torch.rand(tasks, 1, 1) * 4.9 + 0.1
    phase = torch.rand(tasks, 1, 1) * torch.pi
    x = torch.rand(tasks, 2 * shots, 1) * 10 - 5
    return x, amplitude * torch.sin(x - phase)


def loss(parameters, x, y):
    a = x
    for layer in range(0, len(parameters), 2):
        a = a @ parameters[layer] + parameters[layer + 1]
        if layer + 2 < len(parameters):
            a = torch.relu(a)
    return ((a - y) ** 2).mean()


class Trainer:
    def __init__(self, request):
        self.tasks, self.shots = request["tasks"], request["shots"]
        self.steps, self.alpha, self.kind = request["innerSteps"], request["alpha"], request["kind"]
        self.parameters = [nn.Parameter(torch.tensor(values, dtype=torch.float32).reshape(shape)) for values, shape in request["parameters"]]
        adam = request["adam"]
        self.optimizer = torch.optim.Adam(
            self.parameters, lr=adam["rate"], betas=(adam["beta1"], adam["beta2"]), eps=adam["epsilon"]
        )

    def task_gradient(self, parameters, x, y):
        """Meta-gradient of one task by functorch: grad of a function that calls grad."""

        def adapted(theta):
            phi = theta
            for _ in range(self.steps):
                gradient = grad(loss)(phi, x[: self.shots], y[: self.shots])
                phi = [p - self.alpha * g for p, g in zip(phi, gradient)]
            return loss(phi, x[self.shots :], y[self.shots :])

        return grad(adapted)(parameters)

    def gradient(self, x, y):
        if self.kind == "vmap":
            theta = [p.detach() for p in self.parameters]
            per_task = vmap(self.task_gradient, in_dims=(None, 0, 0))(theta, x, y)
            return [g.mean(0) for g in per_task]
        total = 0
        for t in range(self.tasks):
            phi = self.parameters
            for _ in range(self.steps):
                value = loss(phi, x[t, : self.shots], y[t, : self.shots])
                gradient = torch.autograd.grad(value, phi, create_graph=True)
                phi = [p - self.alpha * g for p, g in zip(phi, gradient)]
            total = total + loss(phi, x[t, self.shots :], y[t, self.shots :])
        return torch.autograd.grad(total / self.tasks, self.parameters)

    def run(self, iterations):
        start = time.perf_counter()
        for _ in range(iterations):
            gradient = self.gradient(*sample(self.tasks, self.shots))
            for parameter, g in zip(self.parameters, gradient):
                parameter.grad = g
            self.optimizer.step()
        return (time.perf_counter() - start) * 1000


trainers = {}
print(json.dumps({"version": torch.__version__}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    if request["do"] == "prepare":
        trainers[request["id"]] = Trainer(request)
        answer = {}
    elif request["do"] == "run":
        answer = {"milliseconds": trainers[request["id"]].run(request["iterations"])}
    else:
        shape = (-1, 2 * trainers[request["id"]].shots, 1)
        x, y = torch.tensor(request["x"], dtype=torch.float32).reshape(shape), torch.tensor(request["y"], dtype=torch.float32).reshape(shape)
        answer = {"gradient": torch.cat([g.reshape(-1) for g in trainers[request["id"]].gradient(x, y)]).tolist()}
    print(json.dumps(answer), flush=True)
