# Loads exported scripts as modules and computes, on parameters and tasks that come as JSON, what each task sends and how it adapts.
import importlib.util
import json
import sys

import torch

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)


def load(path):
    spec = importlib.util.spec_from_file_location('script', path)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


def examples(family, rows):
    if family == 'bowls':
        size = len(rows['y'])
        return torch.tensor(rows['x'], dtype=torch.float64).reshape(size, size), torch.tensor(rows['y'], dtype=torch.float64)
    x, y = (torch.tensor(rows[key], dtype=torch.float64).reshape(rows['rows'], -1) for key in ('x', 'y'))
    return (x, y.argmax(1)) if family == 'symbols' else (x, y)


def adapted(script, params, rates, support, query):
    phi, losses = params, []
    for step in range(3):
        if step > 0:
            phi = script.inner_step(phi, *rates, support, create_graph=False)
            phi = [p.detach().requires_grad_() for p in phi]
        losses.append(script.loss_of(phi, query).item())
    return losses


def answer(case):
    script = load(case['script'])
    tensors = [torch.tensor(tensor['values'], dtype=torch.float64).reshape(tensor['shape']) for tensor in case['parameters']]
    params = [tensor.requires_grad_() for tensor in tensors]
    alphas = [torch.full_like(p, script.ALPHA).requires_grad_() for p in params]
    rates = [alphas] if case['algorithm'] == 'metaSgd' else []
    answers = []
    for task in case['tasks']:
        support, query = (examples(case['family'], task[name]) for name in ('support', 'query'))
        loss, gradients = script.task_gradient(params, *rates, support, query)
        flat = torch.cat([g.reshape(-1) for g in gradients[: len(params)]]).tolist()
        answers.append({'loss': loss, 'gradient': flat, 'losses': adapted(script, params, rates, support, query)})
    return answers


json.dump([answer(case) for case in json.load(sys.stdin)], sys.stdout)
