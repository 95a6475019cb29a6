"""Runs programs of the notes and questions: one JSON request per line on stdin, one JSON answer per line on stdout."""
import ast
import contextlib
import io
import json
import random
import signal
import sys
import tokenize
import warnings

warnings.simplefilter("ignore")
try:
    import numpy
    import torch

    torch.set_num_threads(1)
except ImportError:
    numpy = torch = None


class TooLong(BaseException):
    """Not an Exception, so that no program catches it."""


def too_long(*_):
    raise TooLong("the program takes too long")


def begin(seconds):
    """Whatever ran before, every program starts with the same random numbers and the defaults of PyTorch."""
    random.seed(0)
    numpy.random.seed(0)
    torch.manual_seed(0)
    torch.set_default_dtype(torch.float32)
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, too_long)
        signal.alarm(seconds)


def comments_of(source):
    """The comments in their order, without the sign #."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return [token.string.lstrip("#").strip() for token in tokens if token.type == tokenize.COMMENT]


def only_definitions(tree):
    """What of a slow piece is run: its imports, functions and classes."""
    kept = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)
    return ast.Module([node for node in tree.body if isinstance(node, kept)], [])


def text_of(value):
    """A value as text with five significant digits, or None for what is no data, such as a function."""
    if torch is not None and isinstance(value, torch.Tensor):
        gradient = "" if not value.is_leaf or value.grad is None else f" grad {text_of(value.grad)}"
        return text_of(value.detach().numpy()) + gradient
    if numpy is not None and isinstance(value, numpy.ndarray):
        return f"{list(value.shape)} {' '.join(filter(None, map(text_of, value.flatten().tolist())))}"
    if isinstance(value, (bool, str)) or value is None:
        return repr(value)
    if isinstance(value, (int, float)) or numpy is not None and isinstance(value, numpy.number):
        return f"{value + 0.0:.5g}"
    if isinstance(value, (list, tuple)):
        return f"({', '.join(str(text_of(part)) for part in value)})"
    if isinstance(value, dict):
        return text_of(list(value.items()))
    return None


def run_piece(piece, names):
    """Compiles and runs one piece. @return its output, its comments, and what went wrong, or ''"""
    source, mode = piece["source"], piece["mode"]
    printed, error, comments = io.StringIO(), "", []
    try:
        # Empty lines in front make the line numbers of an error those of the file.
        tree = ast.parse("\n" * (piece["line"] - 1) + source, piece["file"])
        comments = comments_of(source)
        code = compile(only_definitions(tree) if mode == "define" else tree, piece["file"], "exec")
        if mode != "parse":
            with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
                exec(code, names)
    except (Exception, SystemExit, TooLong) as mistake:
        error = f"{type(mistake).__name__}: {mistake}{place_of(mistake, piece['file'])}"
    return {"printed": printed.getvalue(), "comments": comments, "error": error}


def place_of(mistake, file):
    at, line = mistake.__traceback__, getattr(mistake, "lineno", None)
    while at is not None:
        if at.tb_frame.f_code.co_filename == file:
            line = at.tb_lineno
        at = at.tb_next
    return "" if line is None else f" ({file}:{line})"


def run_program(request):
    """Runs the pieces one after the other among the same names, up to the first that fails."""
    names, answers = {"__name__": "__main__"}, []
    if torch is not None:
        begin(request["seconds"])
    for piece in request["pieces"]:
        answers.append(run_piece(piece, names))
        if answers[-1]["error"]:
            break
    if hasattr(signal, "SIGALRM"):
        signal.alarm(0)
    values = {name: text_of(value) for name, value in names.items() if not name.startswith("__")}
    return {"pieces": answers, "values": {name: text for name, text in values.items() if text is not None}}


out = sys.stdout
for line in sys.stdin:
    out.write(json.dumps(run_program(json.loads(line))) + "\n")
    out.flush()
